package org.sonocert.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/** Turns a refusal into a page, or into a problem document for a program. */
@ControllerAdvice
class RefusalAdvice {
  private static final Logger log = LoggerFactory.getLogger(RefusalAdvice.class);

  private final MessageSource messages;

  RefusalAdvice(MessageSource messages) {
    this.messages = messages;
  }

  @ExceptionHandler(Rejected.class)
  Object refused(Rejected refused, HttpServletRequest request, Locale locale) {
    Rejection why = refused.rejection();
    String reference = Reference.of(request);
    log.info(
        "{} {} refused as {} ({})",
        request.getMethod(),
        request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE),
        why.code(),
        reference);
    return PageRequests.wantsJson(request) ? problem(why, reference) : page(why, reference, locale);
  }

  private ModelAndView page(Rejection why, String reference, Locale locale) {
    var page = new ModelAndView("error/refused", HttpStatus.valueOf(why.kind().status()));
    String key = "refused." + why.kind().name();
    page.addObject("title", messages.getMessage(key + ".title", null, locale));
    page.addObject("reason", why.reason());
    page.addObject("kept", null);
    page.addObject("todo", messages.getMessage(key + ".todo", null, locale));
    page.addObject("reference", reference);
    return page;
  }

  private static ResponseEntity<ProblemDetail> problem(Rejection why, String reference) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(HttpStatus.valueOf(why.kind().status()), why.reason());
    problem.setType(URI.create("urn:sonocert:" + why.code()));
    problem.setProperty("code", why.code());
    problem.setProperty("reference", reference);
    return ResponseEntity.status(why.kind().status())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }
}
