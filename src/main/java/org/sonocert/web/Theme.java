package org.sonocert.web;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The colours that a visitor chose, so that a page comes in them at once. */
@ControllerAdvice
class Theme {

  @ModelAttribute("theme")
  @Nullable String theme(@CookieValue(name = "theme", required = false) @Nullable String theme) {
    return "dark".equals(theme) || "light".equals(theme) ? theme : null;
  }
}
