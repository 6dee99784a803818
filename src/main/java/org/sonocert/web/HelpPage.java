package org.sonocert.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where help is found: whom to write to, and what to do first. */
@Controller
class HelpPage {
  private final String address;

  HelpPage(
      @Value("${sonocert.help.address:${sonocert.mail.from:help@sonocert.example}}")
          String address) {
    this.address = address.replaceAll(".*<(.+)>.*", "$1");
  }

  @GetMapping("/help")
  String page(Model model) {
    model.addAttribute("address", address);
    return "help";
  }
}
