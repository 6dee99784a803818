package org.sonocert.assessment.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows anybody, before they buy, whether their device can show an assessment. */
@Controller
class SystemCheckPage {
  private static final List<String> POINTS =
      List.of("browser", "screen", "cookies", "media", "captions", "sound", "speed");

  @GetMapping("/system-check")
  String page(Model model) {
    model.addAttribute("points", POINTS);
    return "assessment/system-check";
  }
}
