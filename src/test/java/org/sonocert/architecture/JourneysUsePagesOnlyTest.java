package org.sonocert.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** Browser journeys use the product as people do: pages, the mailbox page and the clock page. */
class JourneysUsePagesOnlyTest {
  static final ArchRule RULE =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("Journey")
          .or()
          .resideInAPackage("org.sonocert.journeys..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.springframework.jdbc..", "java.sql..", "org.camunda..")
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.sonocert.core..",
              "org.sonocert.engine..",
              "org.sonocert.enrolment..",
              "org.sonocert.application..",
              "org.sonocert.payment..",
              "org.sonocert.assessment..",
              "org.sonocert.peerevaluation..",
              "org.sonocert.credential..",
              "org.sonocert.identity..",
              "org.sonocert.notification..")
          .because("a journey that reaches behind the pages proves nothing about them");

  @Test
  void journeysReachForNoServiceRepositoryOrSql() {
    RULE.allowEmptyShould(true)
        .check(new ClassFileImporter().importPackages("org.sonocert.journeys"));
  }
}
