package org.sonocert.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.sonocert.identity.Route;
import org.sonocert.identity.Routes;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** What every answer tells the browser: nothing from elsewhere, nothing kept, nothing leaked. */
final class PageHeaders {
  static final String CONTENT =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " font-src 'self'; media-src 'self'; connect-src 'self'; form-action 'self';"
          + " object-src 'none'; base-uri 'none'; frame-ancestors 'none'";
  static final String PERMISSIONS =
      "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(),"
          + " microphone=(), midi=(), payment=(), usb=()";

  private PageHeaders() {}

  static void apply(HeadersConfigurer<HttpSecurity> headers, Routes routes, boolean secure) {
    headers
        .contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT))
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
        .permissionsPolicyHeader(permissions -> permissions.policy(PERMISSIONS))
        .cacheControl(cache -> cache.disable())
        .addHeaderWriter(new Keeping(routes));
    if (secure) {
      headers.httpStrictTransportSecurity(
          hsts ->
              hsts.requestMatcher(request -> true)
                  .includeSubDomains(true)
                  .maxAgeInSeconds(Duration.ofDays(730).toSeconds()));
    } else {
      headers.httpStrictTransportSecurity(hsts -> hsts.disable());
    }
  }

  /** Public pages may be kept but are asked for again; all others are never kept. */
  private record Keeping(Routes routes) implements HeaderWriter {
    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
      if (!response.containsHeader(HttpHeaders.CACHE_CONTROL)) {
        boolean kept = routes.of(request).map(Route::kept).orElse(false);
        response.setHeader(HttpHeaders.CACHE_CONTROL, kept ? "private, no-cache" : "no-store");
      }
    }
  }
}
