package org.sonocert.payment.web;

import org.sonocert.payment.DemoDisputes;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The desk of the demo's card company, where its customers dispute payments and it decides. */
@Controller
@Profile("demo")
@RequestMapping("/demo/card-company")
class DemoCompanyController {
  private final DemoDisputes disputes;

  DemoCompanyController(DemoDisputes disputes) {
    this.disputes = disputes;
  }

  @GetMapping
  String page(Model model) {
    model.addAttribute("payments", disputes.latest());
    return "demo/card-company";
  }

  @PostMapping("/disputes")
  String open(@RequestParam String payment) {
    disputes.open(payment);
    return "redirect:/demo/card-company";
  }

  @PostMapping("/decisions")
  String decide(@RequestParam String dispute, @RequestParam String winner) {
    disputes.decide(dispute, winner.equals("programme"));
    return "redirect:/demo/card-company";
  }
}
