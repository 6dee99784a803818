package org.sonocert.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;

/** Tells a person's page from a program's call. */
final class PageRequests {
  private PageRequests() {}

  /** Whether the answer is to be JSON: asked for, and no page asked for before it. */
  static boolean wantsJson(HttpServletRequest request) {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    if (accept == null) {
      return false;
    }
    int json = accept.indexOf("json");
    int html = accept.indexOf(MediaType.TEXT_HTML_VALUE);
    return json >= 0 && (html < 0 || json < html);
  }

  /** Whether a page asks for a part of itself. */
  static boolean partial(HttpServletRequest request) {
    return request.getHeader("HX-Request") != null;
  }

  /** After sign-in a person goes on to the page that they asked for. */
  @SuppressWarnings("NullAway") // null: no parameter in the address
  static RequestCache cache() {
    var cache = new HttpSessionRequestCache();
    cache.setMatchingRequestParameterName(null);
    cache.setRequestMatcher(
        request ->
            request.getMethod().equals("GET")
                && !wantsJson(request)
                && !partial(request)
                && String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains("text/html"));
    return cache;
  }
}
