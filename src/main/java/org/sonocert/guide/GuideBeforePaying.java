package org.sonocert.guide;

import java.util.List;

/** The sections about what comes before the window: eligibility, application, price, refund. */
record GuideBeforePaying(Words words, Figures figures) {

  Guide.Section prerequisites() {
    Chapter chapter = new Chapter(words, "prerequisites");
    return chapter
        .text("lead")
        .lines(
            List.of(
                chapter.say("profession"),
                chapter.say("practice"),
                chapter.say("fundamentals"),
                chapter.say("cases", figures.caseMonths()),
                chapter.say("evaluators", figures.peers().needed()),
                chapter.say("account")))
        .text("waiver", words.businessDays(figures.answers().waiver()))
        .text("trainees")
        .written();
  }

  Guide.Section apply() {
    Chapter chapter = new Chapter(words, "apply");
    return chapter
        .steps(
            List.of(
                chapter.say("account"),
                chapter.say("practice"),
                chapter.say("fundamentals", words.businessDays(figures.answers().waiver())),
                chapter.say("cases"),
                chapter.say("decision"),
                chapter.say("quote"),
                chapter.say("pay")))
        .text("free")
        .written();
  }

  Guide.Section fees(List<List<String>> table) {
    Figures.Money money = figures.money();
    Chapter chapter = new Chapter(words, "fees");
    return chapter
        .table(table)
        .text("ways")
        .lines(
            List.of(
                chapter.say("card"),
                chapter.say("invoice", words.days(money.invoice())),
                chapter.say(
                    "code", words.days(money.codeReserved()), words.days(money.codeReturned()))))
        .text("teams")
        .written();
  }

  Guide.Section refund() {
    return new Chapter(words, "refund")
        .text("rule")
        .text("started")
        .text("by", words.businessDays(figures.refundDays()))
        .text("after")
        .text("owed")
        .written();
  }
}
