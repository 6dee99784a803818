package org.sonocert.identity.web;

import org.sonocert.identity.CurrentPerson;
import org.sonocert.identity.ExportingData;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** What we hold about a person, as a file for them. */
@Controller
class ExportPage {
  private final ExportingData exporting;
  private final CurrentPerson person;

  ExportPage(ExportingData exporting, CurrentPerson person) {
    this.exporting = exporting;
    this.person = person;
  }

  @GetMapping("/account/export")
  String page() {
    return "identity/account-export";
  }

  @PostMapping("/account/export")
  ResponseEntity<byte[]> export() {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("my-data.json").build().toString())
        .body(exporting.export(person.id()));
  }
}
