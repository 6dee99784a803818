package org.sonocert.demo;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.engine.clock.TimeMachine;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The demo's time machine: moves programme time by days and shows what happened on the way. */
@Controller
@Profile("demo")
@RequestMapping("/demo/clock")
class ClockController {
  private static final long FURTHEST = 3_660;

  private final TimeMachine machine;
  private final ProgrammeClock clock;
  private final AtomicReference<Moved> last = new AtomicReference<>();

  ClockController(TimeMachine machine, ProgrammeClock clock) {
    this.machine = machine;
    this.clock = clock;
  }

  /** The last move, which the page shows after the redirect; a reload then moves nothing. */
  private record Moved(String days, double number, List<TimeMachine.Happened> happened) {}

  @GetMapping
  String page(@RequestParam(required = false) @Nullable String moved, Model model) {
    Moved last = this.last.get();
    if (moved != null && last != null) {
      model.addAttribute("happened", last.happened());
      model.addAttribute("advanced", last.days());
      model.addAttribute("number", last.number());
    }
    model.addAttribute("now", clock.now());
    return "demo/clock";
  }

  @PostMapping("/advance")
  String advance(@RequestParam String days) {
    Duration by = duration(days);
    last.set(new Moved(days, Double.parseDouble(days), machine.advance(by)));
    return "redirect:/demo/clock?moved";
  }

  @PostMapping(value = "/advance", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  Map<String, Object> advanceJson(@RequestParam String days) {
    List<TimeMachine.Happened> happened = machine.advance(duration(days));
    return Map.of("now", clock.now().toString(), "happened", happened);
  }

  private static Duration duration(String days) {
    try {
      long minutes = Math.round(Double.parseDouble(days) * 24 * 60);
      if (minutes >= 0 && minutes <= FURTHEST * 24 * 60) {
        return Duration.ofMinutes(minutes);
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new Rejected(
        Rejection.invalid(
            "days", "Give a number of days from 0 to " + FURTHEST + "; time never goes back."));
  }
}
