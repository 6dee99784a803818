package org.sonocert.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sonocert.engine.check.PolicyCheck;

/** The files that are delivered keep every rule, with the steps that are really there. */
class ShippedPolicyTest {
  @Test
  void theShippedDiagramsTablesAndFormsHaveNoFinding() throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    for (String folder : new String[] {"bpmn", "forms"}) {
      try (Stream<Path> found = Files.walk(Path.of(folder))) {
        for (Path file : found.filter(Files::isRegularFile).toList()) {
          files.put(file.toString(), Files.readAllBytes(file));
        }
      }
    }
    assertThat(files).isNotEmpty();
    assertThat(new PolicyCheck(new StepScan()).check(files)).isEmpty();
  }
}
