package org.sonocert.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The shipped policy with another window, another form and another passing standard. */
final class SecondRelease {
  static final String QUESTION = "Name of the ward where they saw you scan";
  static final String REASON = "Under the second release nobody is awarded.";
  private static final String FIELD =
      """
      { "type": "textfield", "id": "Field_ward", "key": "wardName", "label": "%s",
        "validate": { "required": true, "maxLength": 80 } },
      """;

  private SecondRelease() {}

  static void in(Path folder) {
    for (String part : new String[] {"bpmn", "forms"}) {
      try (Stream<Path> files = Files.list(Path.of(part))) {
        Files.createDirectories(folder.resolve(part));
        for (Path file : files.toList()) {
          Files.copy(file, folder.resolve(part).resolve(file.getFileName()));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    change(folder.resolve("bpmn/clinical-certificate.bpmn"), ">P90D<", ">P60D<");
    Path standard = folder.resolve("bpmn/passing-standard.dmn");
    change(standard, "\"award\"", "\"later\"");
    change(standard, "\"unsuccessful\"", "\"award\"");
    change(standard, "\"later\"", "\"unsuccessful\"");
    change(
        standard, "The assessment was passed and the peer evaluations meet the standard.", REASON);
    change(
        folder.resolve("forms/name-evaluators.form"),
        "\"components\": [",
        "\"components\": [" + FIELD.formatted(QUESTION));
  }

  /** Changes the first place only. */
  private static void change(Path file, String from, String to) {
    try {
      String text = Files.readString(file);
      int at = text.indexOf(from);
      if (at < 0) {
        throw new IllegalStateException(file + " does not say " + from);
      }
      Files.writeString(file, text.substring(0, at) + to + text.substring(at + from.length()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
