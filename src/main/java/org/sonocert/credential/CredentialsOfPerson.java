package org.sonocert.credential;

import static org.sonocert.core.PersonalData.ofEnrolments;

import java.util.List;
import org.sonocert.core.PersonalData;
import org.springframework.stereotype.Component;

/** What somebody was awarded. */
@Component
class CredentialsOfPerson implements PersonalData {

  @Override
  public List<Part> parts() {
    return List.of(
        ofEnrolments(
            "credentials",
            "t.serial, t.scheme, t.scope, t.areas, t.holder_name, t.issuer, t.awarded_at, t.valid_until, t.state, t.state_since",
            "credential"),
        ofEnrolments(
            "credentialStatusChanges",
            "t.number, t.state, t.cause, t.at",
            "credential_status_change"),
        ofEnrolments(
            "credentialDocuments", "t.number, t.holder_name, t.frozen_at", "credential_document"));
  }
}
