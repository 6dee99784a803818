package org.sonocert.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sonocert.testing.Jar;
import org.sonocert.testing.JarDatabase;
import org.sonocert.testing.Walk;

/** A manager adds a required question to a candidate's form; no Java changes. */
class ChangedFormIT {
  private static final String QUESTION =
      """
      { "type": "textfield", "id": "Field_ward", "key": "wardName",
        "label": "Name of the ward where you scan", "validate": { "required": true, "maxLength": 80 } },
      """;
  private static final Map<String, String> PRACTICE =
      Map.of("profession", "physician", "goodStanding", "yes", "practising", "yes");

  @Test
  void theNextApplicationIsAskedAndTheAnswerStandsInItsAuditRecord(@TempDir Path policy) {
    try (Jar jar = Jar.fresh().start()) {
      Walk before = new Walk(jar.base(), "Before");
      before.signUp().signIn().apply("LNG");
      jar.close();
      copyShippedPolicy(policy);
      addQuestion(policy.resolve("forms/describe-practice.form"));
      jar.with("SONOCERT_POLICY", policy.toString()).start();

      before.task("practice", with("licenceNumber", "OLD-1"));
      assertThat(before.candidate().text()).contains("fundamentals").doesNotContain("ward");

      Walk after = new Walk(jar.base(), "After");
      after.signUp().signIn().apply("LNG");
      Map<String, String> missing = with("licenceNumber", "NEW-1");
      missing.put("wardName", "");
      after.candidate().open("/me/" + after.enrolment());
      after.task("practice", missing);
      assertThat(after.candidate().text())
          .contains("Name of the ward where you scan")
          .contains("Please answer this.");
      Map<String, String> complete = with("licenceNumber", "NEW-1");
      complete.put("wardName", "Willow ward");
      after.task("practice", complete);

      try (JarDatabase database = new JarDatabase(jar.data())) {
        assertThat(
                database.texts(
                    "select payload from audit_payload where enrolment_id = ?",
                    UUID.fromString(after.enrolment())))
            .anyMatch(payload -> payload.contains("\"wardName\":\"Willow ward\""));
      }
    }
  }

  private static Map<String, String> with(String key, String value) {
    Map<String, String> answers = new HashMap<>(PRACTICE);
    answers.put(key, value);
    return answers;
  }

  private static void copyShippedPolicy(Path target) {
    for (String folder : new String[] {"bpmn", "forms"}) {
      try (Stream<Path> files = Files.list(Path.of(folder))) {
        Files.createDirectories(target.resolve(folder));
        for (Path file : files.toList()) {
          Files.copy(file, target.resolve(folder).resolve(file.getFileName()));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static void addQuestion(Path form) {
    try {
      String json = Files.readString(form);
      Files.writeString(
          form, json.replaceFirst("\"components\"\\s*:\\s*\\[", "\"components\": [" + QUESTION));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
