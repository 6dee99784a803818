package org.sonocert.guide;

import java.util.ArrayList;
import java.util.List;

/** The sections about what comes after the purchase, from the window to the credential. */
record GuideAfterPaying(Words words, Figures figures) {

  Guide.Section window() {
    Chapter chapter = new Chapter(words, "window");
    Long days = figures.windowDays();
    if (days == null) {
      chapter.text("later");
    } else {
      chapter.text("length", words.days(days));
    }
    return chapter
        .text("reminders", words.numbers(figures.reminders()))
        .text("end", words.days(figures.waitDays()))
        .written();
  }

  Guide.Section assessment() {
    return new Chapter(words, "assessment")
        .text("what")
        .list("pace", "final", "once", "private", "agreement")
        .text("device")
        .text("standard")
        .written();
  }

  Guide.Section peers() {
    Figures.Peers peers = figures.peers();
    Chapter chapter = new Chapter(words, "peers");
    List<String> lines = new ArrayList<>();
    lines.add(chapter.say("who"));
    lines.add(chapter.say("not"));
    lines.add(chapter.say("open", peers.open()));
    if (peers.reminded() > 0) {
      lines.add(chapter.say("reminded", peers.reminded(), words.days(peers.reminderDays())));
    }
    lines.add(chapter.say("complete", peers.ratedShare()));
    chapter.text("what", peers.needed()).lines(lines).text("standard", peers.mean());
    if (peers.tooLow() > 0) {
      chapter.text("floor", peers.tooLow());
    }
    return chapter.text("confidential").written();
  }

  Guide.Section clips() {
    return new Chapter(words, "clips").text("what").text("later").written();
  }

  Guide.Section result() {
    return new Chapter(words, "result")
        .text("rule")
        .text("unsuccessful")
        .text("again", words.days(figures.waitDays()))
        .written();
  }

  Guide.Section help() {
    Figures.Answers answers = figures.answers();
    return new Chapter(words, "help")
        .text("ask", words.businessDays(answers.support()), answers.requests())
        .text(
            "accommodation",
            words.days(answers.accommodation()),
            words.businessDays(answers.exception()))
        .text("extension", words.days(answers.extension()))
        .text("withdraw")
        .written();
  }

  Guide.Section credential() {
    return new Chapter(words, "credential")
        .text("what", figures.validityYears())
        .text("verify")
        .text("states")
        .written();
  }

  Guide.Section confidentiality() {
    return new Chapter(words, "confidentiality")
        .list("evaluators", "cases", "patients", "result", "record")
        .written();
  }

  Guide.Section complaints() {
    return new Chapter(words, "complaints")
        .text("how", words.businessDays(figures.answers().support()))
        .text("decisions")
        .text("limits")
        .written();
  }
}
