package org.sonocert.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sonocert.engine.check.PolicyCheck;
import org.sonocert.engine.check.PolicyFixture;
import org.sonocert.engine.check.Rule;

/** The same corpus against real engines: what the guard must refuse, it refuses at the engine. */
class HostileFilesEngineTest {
  private static final PolicyCheck CHECK = new PolicyCheck(PolicyFixture.STEPS);

  /** Only the bytes show these; the engine's tree knows neither comments nor sizes. */
  private static final Set<String> IN_BYTES_ONLY =
      Set.of("no-comment", "no-instruction", "not-too-big", "readable", "no-document-type");

  private static Engines engines;
  private static ProcessEngine stock;
  private static ProcessEngine guarded;

  @BeforeAll
  static void start() throws Exception {
    JavaDelegate nothing = execution -> {};
    engines = new Engines();
    stock = engines.stock();
    guarded =
        engines.engine(
            "guarded", settings -> Guards.install(settings, Map.of("awardSample", nothing), CHECK));
  }

  @AfterAll
  static void stop() throws Exception {
    engines.close();
  }

  @Test
  void whatTheGuardMustRefuseIsRefusedByTheEngineItself() throws Exception {
    Set<String> guarding = new HashSet<>();
    CHECK.rules().stream().filter(Rule::guarding).forEach(rule -> guarding.add(rule.id()));
    guarding.removeAll(IN_BYTES_ONLY);
    List<String> through = new ArrayList<>();
    int tried = 0;
    int onStock = 0;
    for (String row : Files.readAllLines(PolicyFixture.HOSTILE.resolve("EXPECTED.csv"))) {
      String[] cells = row.split(",", 3);
      if (cells[0].matches(".*\\.(bpmn|dmn)") && guarding.contains(cells[2])) {
        tried++;
        onStock += deploys(stock, cells[0]) ? 1 : 0;
        if (deploys(guarded, cells[0])) {
          through.add(cells[0]);
        }
      }
    }
    System.out.printf(
        "hostile files at the engine: %d, a stock engine takes %d of them, a guarded one %d%n",
        tried, onStock, through.size());
    assertThat(through).isEmpty();
    assertThat(onStock).isGreaterThan(60);
  }

  @Test
  void aDocumentTypeIsRefusedByTheEnginesOwnReader() throws Exception {
    for (String file : Files.readAllLines(PolicyFixture.HOSTILE.resolve("EXPECTED.csv"))) {
      if (file.endsWith("no-document-type")) {
        assertThat(deploys(guarded, file.split(",", 2)[0])).as(file).isFalse();
      }
    }
  }

  @Test
  void aCleanReleaseIsDeployed() {
    var release = guarded.getRepositoryService().createDeployment();
    PolicyFixture.files(PolicyFixture.CLEAN)
        .forEach((name, file) -> release.addString(name, text(file)));
    assertThat(release.deployWithResult().getDeployedProcessDefinitions()).hasSize(2);
  }

  private static boolean deploys(ProcessEngine engine, String file) throws Exception {
    byte[] content = Files.readAllBytes(PolicyFixture.HOSTILE.resolve(file));
    try {
      String id =
          engine
              .getRepositoryService()
              .createDeployment()
              .addString(file, text(content))
              .deploy()
              .getId();
      engine.getRepositoryService().deleteDeployment(id);
      return true;
    } catch (ProcessEngineException e) {
      return false;
    }
  }

  private static String text(byte[] file) {
    return new String(file, StandardCharsets.UTF_8);
  }
}
