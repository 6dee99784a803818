package org.sonocert.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.identity.SigningIn;
import org.sonocert.identity.organisation.Organisation;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Sign-in by address and password; a second step may follow. */
@Controller
class LoginPages {
  private final SigningIn signingIn;
  private final Entering entering;
  private final Organisation organisation;

  LoginPages(SigningIn signingIn, Entering entering, Organisation organisation) {
    this.signingIn = signingIn;
    this.entering = entering;
    this.organisation = organisation;
  }

  @GetMapping("/login")
  ModelAndView form() {
    return page("", null);
  }

  @PostMapping("/login")
  ModelAndView signIn(
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") String password,
      HttpServletRequest request,
      HttpServletResponse response) {
    try {
      var known = signingIn.signIn(email, password, request.getRemoteAddr());
      return new ModelAndView("redirect:" + entering.byPassword(known, request, response));
    } catch (Rejected e) {
      return page(email, e.rejection());
    }
  }

  private ModelAndView page(String email, @Nullable Rejection refusal) {
    HttpStatus status =
        refusal == null ? HttpStatus.OK : HttpStatus.valueOf(refusal.kind().status());
    var page = new ModelAndView("identity/login", Map.of("email", email), status);
    page.addObject("organisation", organisation.configured());
    page.addObject("refusal", refusal == null ? null : refusal.code());
    return page;
  }
}
