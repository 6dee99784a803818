package org.sonocert.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What the programme does not promise, said before somebody buys. */
@Controller
class NoticesPage {
  private static final List<String> NOTICES =
      List.of("credit", "guideline", "opinions", "unlabeled", "practice", "scheme", "synthetic");

  @GetMapping("/notices")
  String page(Model model) {
    model.addAttribute("notices", NOTICES);
    return "notices";
  }
}
