package org.sonocert.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sonocert.catalogue.ProductFacts.AreaFacts;
import org.sonocert.catalogue.ProductFacts.Facts;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;

/** Writes the programme guide: every number from the release, every sentence from the messages. */
@Service
public class WritingGuide {
  private final MessageSource source;

  WritingGuide(MessageSource source) {
    this.source = source;
  }

  /** The guide of a subject under the rules that the figures were read from. */
  public Guide write(Subject subject, Figures figures, Locale language) {
    Words words = new Words(source, language);
    Facts one = subject.product();
    String name = one == null ? "" : words.name(one.product().code(), one.product().name());
    return new Guide(
        words.of("language"),
        one == null ? "sonocert-guide" : "sonocert-guide-" + one.product().code(),
        one == null ? words.of("title") : words.of("title.product", name),
        words.of(one == null ? "lead" : "lead.product"),
        words.of("version", String.valueOf(subject.release()), subject.catalogueVersion()),
        words.of("contents"),
        sections(subject, figures, words));
  }

  private static List<Guide.Section> sections(Subject subject, Figures figures, Words words) {
    List<Guide.Section> sections = new ArrayList<>();
    sections.add(certified(subject, words));
    sections.add(not(words));
    GuideBeforePaying before = new GuideBeforePaying(words, figures);
    sections.add(before.prerequisites());
    sections.add(before.apply());
    sections.add(before.fees(table(subject, words)));
    sections.add(before.refund());
    GuideAfterPaying after = new GuideAfterPaying(words, figures);
    sections.add(after.window());
    sections.add(after.assessment());
    sections.add(after.peers());
    if (subject.clips()) {
      sections.add(after.clips());
    }
    sections.add(after.result());
    sections.add(after.help());
    sections.add(after.credential());
    sections.add(after.confidentiality());
    sections.add(after.complaints());
    return List.copyOf(sections);
  }

  private static Guide.Section certified(Subject subject, Words words) {
    Chapter chapter = new Chapter(words, "certified");
    chapter.text("lead").list("views", "anatomy", "artifacts", "findings", "pathologies", "limits");
    Facts one = subject.product();
    if (one == null || one.specialty()) {
      chapter.text("schemes");
    }
    if (one != null && one.specialty()) {
      chapter.text("areas").lines(areas(one, words));
    }
    return chapter.text("all").written();
  }

  private static List<String> areas(Facts one, Words words) {
    return one.areas().stream()
        .map(AreaFacts::area)
        .map(area -> words.name(area.code(), area.name()))
        .toList();
  }

  private static Guide.Section not(Words words) {
    return new Chapter(words, "not")
        .list("licence", "credit", "specialty", "guideline", "day")
        .written();
  }

  private static List<List<String>> table(Subject subject, Words words) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            words.of("fees.product"),
            words.of("fees.price"),
            words.of("fees.window"),
            words.of("fees.cases"),
            words.of("fees.state")));
    for (Facts facts : subject.shown()) {
      rows.add(row(facts, words));
    }
    return rows;
  }

  private static List<String> row(Facts facts, Words words) {
    String name = words.name(facts.product().code(), facts.product().name());
    Long days = facts.windowDays();
    return List.of(
        words.of("fees.name", name, facts.product().code()),
        facts.product().price(words.language()),
        days == null ? words.of("fees.later") : words.days(days),
        String.valueOf(facts.cases()),
        words.of(facts.product().open() ? "fees.open" : "fees.closed"));
  }
}
