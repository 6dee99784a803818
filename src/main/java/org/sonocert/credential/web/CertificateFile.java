package org.sonocert.credential.web;

import org.sonocert.core.EnrolmentId;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.credential.Credential;
import org.sonocert.credential.Credentials;
import org.sonocert.credential.Document;
import org.sonocert.credential.Documents;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.identity.CurrentPerson;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The frozen certificate for its holder, the same bytes each time. */
@RestController
class CertificateFile {
  private final Enrolments enrolments;
  private final Credentials credentials;
  private final Documents documents;
  private final CurrentPerson person;

  CertificateFile(
      Enrolments enrolments, Credentials credentials, Documents documents, CurrentPerson person) {
    this.enrolments = enrolments;
    this.credentials = credentials;
    this.documents = documents;
    this.person = person;
  }

  @GetMapping("/me/{id}/certificate.pdf")
  ResponseEntity<byte[]> download(@PathVariable String id) {
    EnrolmentId enrolment = enrolments.ownedBy(person.id(), EnrolmentId.of(id)).id();
    Credential credential =
        credentials
            .of(enrolment)
            .orElseThrow(() -> new Rejected(Rejection.notFound("certificate")));
    Document document = documents.current(enrolment).orElseThrow(CertificateFile::beingPrepared);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .cacheControl(CacheControl.noStore())
        .eTag(document.digest())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("certificate-" + credential.serial() + ".pdf")
                .build()
                .toString())
        .body(document.content());
  }

  private static Rejected beingPrepared() {
    return new Rejected(
        new Rejection(
            Rejection.Kind.UNAVAILABLE,
            "certificate-being-prepared",
            "Your certificate is awarded and its document is being prepared. Try again in a"
                + " minute."));
  }
}
