package org.sonocert.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

/** The rules that keep the house standing, each with a sample that it must reject. */
class ArchitectureTest {
  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.sonocert");

  static final ArchRule CAMUNDA_ONLY_WHERE_ALLOWED =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.sonocert.engine..", "org.sonocert.policy..", "org.sonocert..workflow..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.camunda..")
          .because("replacing the engine must touch these rooms only");

  static final ArchRule TIME_IS_GIVEN =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("org.sonocert.engine.clock.SystemMachineClock")
          .should(callAny("now", Instant.class, LocalDate.class, LocalDateTime.class, Clock.class))
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .because("time comes from the two injected clocks");

  static final ArchRule NOTHING_BY_KEY =
      noClasses()
          .should(callEndingIn("ByKey"))
          .because("the engine would take what was deployed last, not what was bought");

  private static ArchCondition<JavaClass> callAny(String method, Class<?>... owners) {
    return new ArchCondition<>("call " + method + " of a clock type") {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        for (JavaMethodCall call : item.getMethodCallsFromSelf()) {
          for (Class<?> owner : owners) {
            if (call.getTarget().getName().equals(method)
                && call.getTargetOwner().isEquivalentTo(owner)
                && call.getTarget().getRawParameterTypes().isEmpty()) {
              events.add(SimpleConditionEvent.satisfied(item, call.getDescription()));
            }
          }
        }
      }
    };
  }

  private static ArchCondition<JavaClass> callEndingIn(String suffix) {
    return new ArchCondition<>("call an engine method ending in " + suffix) {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        for (JavaMethodCall call : item.getMethodCallsFromSelf()) {
          if (call.getTarget().getName().endsWith(suffix)
              && call.getTargetOwner().getPackageName().startsWith("org.camunda")) {
            events.add(SimpleConditionEvent.satisfied(item, call.getDescription()));
          }
        }
      }
    };
  }

  @Test
  void onlyEnginePolicyAndWorkflowRoomsKnowCamunda() {
    CAMUNDA_ONLY_WHERE_ALLOWED.check(MAIN);
  }

  @Test
  void nobodyAsksForTheTime() {
    TIME_IS_GIVEN.check(MAIN);
  }

  @Test
  void nothingIsStartedOrDecidedByKey() {
    NOTHING_BY_KEY.check(MAIN);
  }

  @Test
  void eachRuleRejectsItsSample() {
    JavaClasses samples =
        new ClassFileImporter().importPackages("org.sonocert.architecture.samples");
    assertThat(CAMUNDA_ONLY_WHERE_ALLOWED.evaluate(samples).hasViolation()).isTrue();
    assertThat(TIME_IS_GIVEN.evaluate(samples).hasViolation()).isTrue();
    assertThat(NOTHING_BY_KEY.evaluate(samples).hasViolation()).isTrue();
    assertThat(JourneysUsePagesOnlyTest.RULE.evaluate(samples).hasViolation()).isTrue();
  }
}
