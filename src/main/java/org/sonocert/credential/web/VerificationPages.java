package org.sonocert.credential.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.sonocert.credential.Verification;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;

/** Whether a credential holds today, for anybody who has its serial, as a page and as JSON. */
@Controller
class VerificationPages {
  private static final int LONGEST = 60;

  private final Answering answering;
  private final MessageSource messages;

  VerificationPages(Answering answering, MessageSource messages) {
    this.answering = answering;
    this.messages = messages;
  }

  @GetMapping("/verify")
  String ask(@RequestParam(defaultValue = "") String serial, HttpServletResponse response) {
    String typed = serial.strip();
    neverKept(response);
    if (typed.isEmpty()) {
      return "credential/ask";
    }
    String shortened =
        typed.substring(0, Math.min(LONGEST, typed.length())).replaceAll("[/\\\\;%]", " ");
    return "redirect:/verify/" + UriUtils.encodePathSegment(shortened, "UTF-8");
  }

  @GetMapping(value = "/verify/{serial}", produces = MediaType.TEXT_HTML_VALUE)
  String page(
      @PathVariable String serial,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Answering.Answer answer = answering.to(serial, request.getRemoteAddr());
    neverKept(response);
    response.setStatus(answer.outcome().status.value());
    model.addAttribute("typed", serial.substring(0, Math.min(LONGEST, serial.length())));
    if (answer.verification() == null) {
      model.addAttribute("problem", answer.outcome().word());
      return "credential/ask";
    }
    model.addAttribute("v", answer.verification());
    return "credential/verification";
  }

  @GetMapping(value = "/verify/{serial}", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<VerificationAnswer> json(@PathVariable String serial, HttpServletRequest request) {
    Answering.Answer answer = answering.to(serial, request.getRemoteAddr());
    Verification found = answer.verification();
    return ResponseEntity.status(answer.outcome().status)
        .cacheControl(CacheControl.noStore())
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
        .header("X-Robots-Tag", "noindex")
        .contentType(MediaType.APPLICATION_JSON)
        .body(
            found == null
                ? VerificationAnswer.none(answer.outcome().word(), reason(answer.outcome()))
                : VerificationAnswer.of(found));
  }

  @GetMapping(value = "/verify/{serial}.json", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<VerificationAnswer> file(@PathVariable String serial, HttpServletRequest request) {
    return json(serial, request);
  }

  private String reason(Answering.Outcome outcome) {
    return messages.getMessage("verify." + outcome.word() + ".text", null, Locale.ENGLISH);
  }

  private static void neverKept(HttpServletResponse response) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    response.setHeader("X-Robots-Tag", "noindex");
  }
}
