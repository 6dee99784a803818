package org.sonocert.attestation;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;

/**
 * A de-identified log of cases: in each line a date, a kind of indication and who interpreted. What
 * could tell who a patient was is refused by the line in which it stands; a person reads the rest.
 */
public record CaseLog(List<Entry> entries) {
  private static final int MOST = 300;
  private static final int LONGEST_INDICATION = 80;
  private static final int MOST_NAMED = 5;
  private static final List<String> READERS = List.of("self", "supervisor", "together", "other");
  private static final Pattern CAPITALISED = Pattern.compile("(?<!^)\\b\\p{Lu}\\p{Ll}+");
  private static final Pattern TELLING =
      Pattern.compile(
          "\\b(mrn|dob|ssn|nhs|born|patient (name|id)|name|mr|mrs|ms|paciente|nombre|nacid[oa])\\b",
          Pattern.CASE_INSENSITIVE);

  /** One case. */
  public record Entry(LocalDate date, String indication, String reader) {}

  /**
   * Reads a log as it was typed or pasted; commas, semicolons and tabs divide, and a line of
   * headings is left out.
   *
   * @param today last day that counts
   * @throws Rejected INVALID, naming the lines and what to do about them
   */
  public static CaseLog read(String typed, LocalDate today) {
    List<Entry> entries = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    List<String> lines = typed.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    for (int i = 0; i < lines.size(); i++) {
      if (i == 0 && lines.get(i).toLowerCase(Locale.ROOT).startsWith("date")) {
        continue;
      }
      try {
        entries.add(entry(lines.get(i), today));
      } catch (Rejected bad) {
        wrong.add("Line " + (i + 1) + ": " + bad.rejection().reason());
      }
    }
    if (!wrong.isEmpty()) {
      String more =
          wrong.size() > MOST_NAMED ? " And " + (wrong.size() - MOST_NAMED) + " more." : "";
      throw invalid(String.join(" ", wrong.subList(0, Math.min(MOST_NAMED, wrong.size()))) + more);
    }
    if (entries.isEmpty() || entries.size() > MOST) {
      throw invalid("Please give from 1 to " + MOST + " cases, one in each line.");
    }
    return new CaseLog(List.copyOf(entries));
  }

  /** The log as it is kept: one form for the same cases. */
  public String body() {
    StringBuilder body = new StringBuilder();
    entries.forEach(
        e ->
            body.append(e.date())
                .append(", ")
                .append(e.indication())
                .append(", ")
                .append(e.reader())
                .append('\n'));
    return body.toString();
  }

  private static Entry entry(String line, LocalDate today) {
    String[] parts = line.split("\\s*[,;\\t]\\s*", -1);
    if (parts.length != 3) {
      throw invalid("write the date, the indication and who interpreted, with commas between.");
    }
    LocalDate date = date(parts[0]);
    if (date.isAfter(today)) {
      throw invalid("this day is still to come.");
    }
    String reader = parts[2].toLowerCase(Locale.ROOT);
    if (!READERS.contains(reader)) {
      throw invalid("say who interpreted by one of " + String.join(", ", READERS) + ", no name.");
    }
    return new Entry(date, indication(parts[1]), reader);
  }

  private static LocalDate date(String typed) {
    try {
      return LocalDate.parse(typed);
    } catch (DateTimeParseException notADay) {
      throw invalid("write the date as year-month-day, for example 2026-03-14.");
    }
  }

  private static String indication(String typed) {
    if (typed.isBlank() || typed.length() > LONGEST_INDICATION) {
      throw invalid("say the kind of indication in at most " + LONGEST_INDICATION + " characters.");
    }
    if (typed.chars().anyMatch(Character::isDigit) || typed.contains("@")) {
      throw invalid(
          "write the indication without numbers or addresses, so that none can be a record's.");
    }
    if (CAPITALISED.matcher(typed).find()) {
      throw invalid("write the indication in small letters, so that no name slips in.");
    }
    if (TELLING.matcher(typed).find()) {
      throw invalid("this reads as if it told who the patient was; write the indication only.");
    }
    return typed;
  }

  private static Rejected invalid(String why) {
    return new Rejected(Rejection.invalid("case-log", why));
  }
}
