package org.sonocert.peerevaluation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.sonocert.peerevaluation.sealed.OpeningSeals;

/** Who may open a seal: the scoring step and nobody else. */
class SealedRoomTest {
  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.sonocert");
  private static final String STEPS = "org.sonocert.peerevaluation.workflow.PeerEvaluationSteps";

  @Test
  void onlyTheScoringStepOpensSeals() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.sonocert.peerevaluation.sealed")
        .and()
        .doNotHaveFullyQualifiedName(STEPS)
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(OpeningSeals.class)
        .because("who can open a seal can tell a candidate what an evaluator said")
        .check(MAIN);
  }

  @Test
  void noPageKnowsASeal() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "org.sonocert.peerevaluation.web..",
            "org.sonocert.mycertification..",
            "org.sonocert.tasklist..",
            "org.sonocert.web..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.sonocert.peerevaluation.sealed..")
        .check(MAIN);
  }

  @Test
  void theScoringStepIsWhereItIsSaidToBe() {
    assertThat(MAIN.get(STEPS).getDirectDependenciesFromSelf())
        .anyMatch(d -> d.getTargetClass().isEquivalentTo(OpeningSeals.class));
  }
}
