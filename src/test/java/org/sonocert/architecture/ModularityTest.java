package org.sonocert.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sonocert.Sonocert;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyType;

/** Capabilities meet in the diagram or through events; only foundations may be called. */
class ModularityTest {
  private static final ApplicationModules MODULES = ApplicationModules.of(Sonocert.class);
  private static final Set<String> FOUNDATIONS =
      Set.of(
          "core", "engine", "audit", "identity", "catalogue", "enrolment", "notification", "web");
  private static final Set<String> CAPABILITIES =
      Set.of(
          "application",
          "attestation",
          "payment",
          "assessment",
          "peerevaluation",
          "credential",
          "support",
          "exceptions");

  /** What a foundation itself may call, from the bottom up. */
  private static final Map<String, Set<String>> BELOW =
      Map.of(
          "core", Set.of(),
          "audit", Set.of("core"),
          "engine", Set.of("core", "audit"),
          "identity", Set.of("core", "audit", "engine", "notification"),
          "notification", Set.of("core", "audit", "engine"),
          "catalogue", Set.of("core", "engine"),
          "enrolment", Set.of("core", "audit", "engine", "catalogue", "identity", "notification"),
          "web", Set.of("core", "engine", "enrolment", "identity"));

  @Test
  void modulesHaveNoCyclesAndKeepTheirInsideToThemselves() {
    MODULES.verify();
  }

  static Set<String> names() {
    return MODULES.stream()
        .map(m -> m.getIdentifier().toString())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @MethodSource("names")
  void aModuleCallsOnlyWhatIsAllowed(String name) {
    ApplicationModule module = MODULES.getModuleByName(name).orElseThrow();
    Set<String> called =
        module
            .getDirectDependencies(MODULES, DependencyType.USES_COMPONENT, DependencyType.DEFAULT)
            .uniqueModules()
            .map(m -> m.getIdentifier().toString())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(called).as("modules that %s calls", name).isSubsetOf(allowed(name));
  }

  private static Set<String> allowed(String name) {
    if (BELOW.containsKey(name)) {
      return BELOW.get(name);
    }
    if (CAPABILITIES.contains(name)) {
      return FOUNDATIONS;
    }
    Set<String> room = new TreeSet<>(FOUNDATIONS);
    if (name.equals("demo")) {
      room.addAll(CAPABILITIES);
      room.add("operations");
      room.add("invariants");
    }
    return room;
  }

  @Test
  void everyModuleIsFoundationCapabilityOrRoom() {
    Set<String> rooms =
        Set.of(
            "policy",
            "tasklist",
            "mycertification",
            "overview",
            "guide",
            "operations",
            "auditing",
            "demo",
            "invariants");
    Set<String> known = new TreeSet<>(FOUNDATIONS);
    known.addAll(CAPABILITIES);
    known.addAll(rooms);
    assertThat(known).containsAll(names());
  }
}
