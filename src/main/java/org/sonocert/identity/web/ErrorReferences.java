package org.sonocert.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.HandlerMapping;

/** Puts a reference on every error page and beside the stack trace in the log. */
@Component
class ErrorReferences extends DefaultErrorAttributes {
  private static final Logger log = LoggerFactory.getLogger(ErrorReferences.class);

  @Override
  public Map<String, @Nullable Object> getErrorAttributes(
      WebRequest web, ErrorAttributeOptions options) {
    Map<String, @Nullable Object> shown = super.getErrorAttributes(web, options);
    HttpServletRequest request = ((ServletWebRequest) web).getRequest();
    String reference = Reference.of(request);
    Throwable error = getError(web);
    if (error != null && Integer.valueOf(500).equals(shown.get("status"))) {
      log.error("Reference {}: {} {}", reference, request.getMethod(), page(request), error);
    }
    shown.put("reference", reference);
    return shown;
  }

  /** The page as the program names it: an address may carry the secret of a mailed link. */
  private static Object page(HttpServletRequest request) {
    Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    return pattern == null ? "a page without a name" : pattern;
  }
}
