package org.sonocert.assessment.agreement;

import java.util.List;

/**
 * One text of the agreement in one version and language.
 *
 * @param hash SHA-256 of the body in UTF-8, as hexadecimal digits
 */
public record AgreementText(
    AgreementPart part, int version, String language, String body, String hash) {

  /** Says which text this is, for example {@code accuracy:2:es}. */
  public String token() {
    return part.word() + ":" + version + ":" + language;
  }

  /** The body by paragraphs. */
  public List<String> paragraphs() {
    return body.lines().filter(line -> !line.isBlank()).toList();
  }
}
