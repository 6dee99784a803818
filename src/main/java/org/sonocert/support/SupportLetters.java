package org.sonocert.support;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.sonocert.enrolment.CandidateLetters;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.enrolment.Moments;
import org.sonocert.identity.Account;
import org.sonocert.identity.Accounts;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;

/** What is written to a candidate who asked for help. */
@Service
public class SupportLetters {
  private final CandidateLetters letters;
  private final Enrolments enrolments;
  private final Accounts accounts;
  private final MessageSource words;

  SupportLetters(
      CandidateLetters letters, Enrolments enrolments, Accounts accounts, MessageSource words) {
    this.letters = letters;
    this.enrolments = enrolments;
    this.accounts = accounts;
    this.words = words;
  }

  /** The request is in, and by when it is answered. */
  public void received(SupportRequest request) {
    Instant due = Objects.requireNonNull(request.dueAt());
    post(request, "support-received", due, Map.of());
  }

  /** The answer. */
  public void answered(SupportRequest request) {
    post(
        request,
        "support-answered",
        request.askedAt(),
        Map.of("answer", Objects.requireNonNull(request.answer())));
  }

  private void post(SupportRequest request, String letter, Instant day, Map<String, String> more) {
    Enrolment enrolment = enrolments.get(request.enrolment());
    Account candidate = accounts.get(enrolment.candidate());
    String kind = "support.kind." + request.kind().word();
    Map<String, String> model = new HashMap<>(more);
    model.put("about", words.getMessage(kind, null, candidate.locale()));
    model.put("day", Moments.day(day, candidate.locale()));
    model.put("question", request.text());
    letters.post(enrolment, candidate, letter, request.id().toString(), model);
  }
}
