package org.sonocert.identity.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.identity.organisation.Organisation;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The button of the sign-in page: on to the provider, or back when it does not answer. */
@Controller
class OrganisationPage {
  private static final Logger log = LoggerFactory.getLogger(OrganisationPage.class);

  private final Organisation organisation;

  OrganisationPage(Organisation organisation) {
    this.organisation = organisation;
  }

  @GetMapping("/login/with-organisation")
  String begin() {
    if (!organisation.configured()) {
      throw new Rejected(Rejection.notFound("page"));
    }
    try {
      organisation.findByRegistrationId(Organisation.ID);
      return "redirect:" + OrganisationRequests.BEGIN + "/" + Organisation.ID;
    } catch (RuntimeException e) {
      log.warn("The organisation's provider does not answer: {}", e.toString());
      return "redirect:/login?organisation=down";
    }
  }
}
