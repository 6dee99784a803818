package org.sonocert.overview.web;

import org.sonocert.catalogue.Catalogue;
import org.sonocert.core.EnrolmentId;
import org.sonocert.overview.BoardFilter;
import org.sonocert.overview.EnrolmentFile;
import org.sonocert.overview.Months;
import org.sonocert.overview.RunningOut;
import org.sonocert.overview.StaffWork;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The managers' board: what runs out and why, the year in numbers, and one enrolment. */
@Controller
@RequestMapping("/programme")
class BoardController {
  private final RunningOut runningOut;
  private final StaffWork work;
  private final Months months;
  private final EnrolmentFile files;
  private final Catalogue catalogue;

  BoardController(
      RunningOut runningOut,
      StaffWork work,
      Months months,
      EnrolmentFile files,
      Catalogue catalogue) {
    this.runningOut = runningOut;
    this.work = work;
    this.months = months;
    this.files = files;
    this.catalogue = catalogue;
  }

  @GetMapping
  String board(
      @RequestParam(defaultValue = "7") String within,
      @RequestParam(defaultValue = "") String turn,
      @RequestParam(defaultValue = "") String product,
      @RequestParam(defaultValue = "1") String page,
      Model model) {
    BoardFilter filter = BoardFilter.of(within, turn, product, page);
    model.addAttribute("filter", filter);
    model.addAttribute("spans", BoardFilter.SPANS);
    model.addAttribute("turns", BoardFilter.Turn.values());
    model.addAttribute("products", catalogue.products());
    model.addAttribute("listed", runningOut.page(filter));
    model.addAttribute("groups", work.groups());
    model.addAttribute("exceptions", work.exceptions());
    return "overview/board";
  }

  @GetMapping("/year")
  String year(@RequestParam(defaultValue = "") String product, Model model) {
    String code = BoardFilter.of("", "", product, "1").product();
    model.addAttribute("product", code);
    model.addAttribute("products", catalogue.products());
    model.addAttribute("steps", months.steps());
    model.addAttribute("months", months.way(code));
    model.addAttribute("outcomes", months.outcomes(code));
    return "overview/year";
  }

  @GetMapping("/enrolments/{id}")
  String enrolment(@PathVariable String id, Model model) {
    model.addAttribute("file", files.read(EnrolmentId.of(id)));
    return "overview/enrolment";
  }
}
