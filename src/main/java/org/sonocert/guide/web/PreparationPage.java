package org.sonocert.guide.web;

import java.util.List;
import java.util.Map;
import org.sonocert.guide.Library;
import org.sonocert.guide.SelfCheck;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How to prepare: a self-check, what to learn from, and what to bring. */
@Controller
class PreparationPage {
  private static final List<String> BRING =
      List.of("licence", "fundamentals", "cases", "evaluators", "device", "time");

  private final SelfCheck check;
  private final Library library;

  PreparationPage(SelfCheck check, Library library) {
    this.check = check;
    this.library = library;
  }

  @GetMapping("/preparation")
  String page(Model model) {
    return fill(Map.of(), false, model);
  }

  /** Answers the self-check on the page; there is nothing to redirect to, since nothing is kept. */
  @PostMapping("/preparation")
  String answer(@RequestParam Map<String, String> answers, Model model) {
    return fill(answers, true, model);
  }

  private String fill(Map<String, String> answers, boolean answered, Model model) {
    List<SelfCheck.Marked> marked = check.mark(answers);
    model.addAttribute("answered", answered);
    model.addAttribute("marked", marked);
    model.addAttribute("right", marked.stream().filter(SelfCheck.Marked::right).count());
    model.addAttribute("materials", library.materials());
    model.addAttribute("partners", library.partners());
    model.addAttribute("bring", BRING);
    return "guide/preparation";
  }
}
