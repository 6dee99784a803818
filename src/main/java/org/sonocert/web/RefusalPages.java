package org.sonocert.web;

import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Says a refusal in full: what happened, what was kept, what to do, with its status. */
@ControllerAdvice
class RefusalPages {
  private static final Logger log = LoggerFactory.getLogger(RefusalPages.class);

  private final MessageSource words;

  RefusalPages(MessageSource words) {
    this.words = words;
  }

  @ExceptionHandler(Rejected.class)
  ModelAndView refused(Rejected refused, Locale locale) {
    Rejection rejection = refused.rejection();
    log.debug("Refused: {}", rejection.code());
    var page = new ModelAndView("error/refused", HttpStatusCode.valueOf(rejection.kind().status()));
    String key = "refused." + rejection.kind().name().toLowerCase(Locale.ROOT);
    page.addObject("title", words.getMessage(key, null, locale));
    page.addObject("reason", rejection.reason());
    return page;
  }
}
