package org.sonocert.look;

import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.jsoup.nodes.Document;
import org.sonocert.testing.Walk;

/** Candidates of whom each stands at another point of the way, and stays there. */
final class Applicants {
  private static final Predicate<Document> REPLACEABLE =
      page -> page.selectFirst("form[action$=/replace]") != null;

  final Walk begins;
  final Walk shows;
  final Walk attests;
  final Walk confirms;
  final Walk waits;
  final Walk pays;
  final Walk isBilled;
  final Walk prepares;
  final Walk checks;
  final Walk mayStart;
  final Walk sits;
  final Walk handedIn;
  final Walk replaces;
  final Walk asks;
  final Walk cancelled;
  final Walk failed;
  final Walk certified;

  private final String base;
  private final Wording words;

  Applicants(String base, Wording words) {
    this.base = base;
    this.words = words;
    begins = applied("Maren", "Achterberg");
    shows = describe(applied("Ilse", "Quarrington"));
    attests = describe(applied("Bastian", "Ferreira")).showCertificate();
    confirms = eligible("Odalys", "Thorvald");
    waits = describe(applied("Pietra", "Vandersloot")).task("undamentals", waiver());
    pays = eligible("Callum", "Nyström").confirmPrice();
    pays.candidate().open("/pay/" + pays.enrolment());
    pays.candidate().send("/pay/" + pays.enrolment(), Map.of());
    isBilled = eligible("Renske", "Oduya").confirmPrice();
    isBilled.candidate().open("/pay/" + isBilled.enrolment()).send("/invoice", Map.of());
    prepares = bought("Tindra", "Callaghan");
    checks = bought("Amadou", "Wexford").task("agreement", Map.of());
    mayStart = bought("Sunniva", "Baptiste").prepareToSit();
    sits = bought("Levente", "Marchetti").prepareToSit().startSitting();
    handedIn = handedIn("Ravenna", "Solheim", true);
    replaces = replacing(bought("Ottoline", "Kjeldsen"));
    asks = asking(bought("Eskil", "Montefiore"));
    cancelled = bought("Briar", "Halvorsen").cancel();
    failed = handedIn("Corentin", "Adeyemi", false);
    certified = certified("Junia", "Ravenscroft");
  }

  private Walk applied(String given, String family) {
    Walk walk =
        new Walk(base, given)
            .called(words.of("given name", given), words.of("family name", family));
    return walk.signUp().signIn().apply("LNG");
  }

  private Walk describe(Walk walk) {
    return walk.task(
        "practice",
        Map.of(
            "profession", "other",
            "professionOther", words.of("profession", "Critical care paramedic"),
            "licenceNumber", words.of("licence", "L-" + walk.email().split("@")[0]),
            "goodStanding", "yes",
            "practising", "yes"));
  }

  private Map<String, String> waiver() {
    return Map.of(
        "route", "waiver-examination",
        "examinationReference", words.of("examination", "SPI-77-2024"),
        "examinationDate", "2024-05-31");
  }

  private Walk eligible(String given, String family) {
    Walk walk =
        describe(applied(given, family))
            .task(
                "undamentals",
                Map.of(
                    "route", "certificate",
                    "certificateNumber", words.of("certificate", "FC-2024-118"),
                    "certificateDate", "2024-03-01"));
    return walk.task(
        "cases", Map.of("casesAttested", "30", "conditions", words.of("conditions", "")));
  }

  private Walk bought(String given, String family) {
    return eligible(given, family).confirmPrice().pay();
  }

  private Walk handedIn(String given, String family, boolean right) {
    Walk walk = bought(given, family).prepareToSit().startSitting();
    return walk.sit(right ? Walk.rightAnswers() : Map.of());
  }

  private Walk certified(String given, String family) {
    Walk walk = handedIn(given, family, true);
    named(walk, "hedda." + given, "bruno." + given);
    walk.evaluate(mailbox("hedda." + given), "4").evaluate(mailbox("bruno." + given), "3");
    return walk.untilPageSays("awarded");
  }

  private Walk replacing(Walk walk) {
    named(walk, "hedda.o", "bruno.o");
    Awaitility.await("an evaluator who can be replaced")
        .atMost(Duration.ofSeconds(60))
        .until(() -> walk.candidate().open("/me/" + walk.enrolment()).page(), REPLACEABLE);
    walk.candidate().send("/replace", Map.of());
    return walk.untilPageSays("another evaluator");
  }

  private Walk named(Walk walk, String first, String second) {
    return walk.task(
        "evaluators",
        Map.of(
            "evaluator1Name", words.of("evaluator", "Hedda Lindqvist-Oyelowo"),
            "evaluator1Email", mailbox(first),
            "evaluator1Relation", "colleague",
            "evaluator1KnowsWork", words.of("knows", "We scan together on the same ward."),
            "evaluator2Name", words.of("evaluator", "Bruno Castellanos"),
            "evaluator2Email", mailbox(second),
            "evaluator2Relation", "supervisor",
            "evaluator2KnowsWork", words.of("knows", "Taught the course on lung scanning.")));
  }

  static String mailbox(String name) {
    return name.toLowerCase(java.util.Locale.ROOT) + "@evaluators.example";
  }

  private Walk asking(Walk walk) {
    named(walk, "hedda.e", "bruno.e");
    walk.askForHelp(
        "something-else",
        words.of("question", "May I sit the assessment on two evenings, with a week between?"));
    walk.candidate()
        .open("/me/" + walk.enrolment() + "/accommodation")
        .send(
            "/accommodation",
            Map.of(
                "reason",
                words.of("accommodation", "I read with a magnifier and need more days."),
                "days",
                "14"));
    return walk;
  }
}
