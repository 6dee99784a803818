package org.sonocert.exceptions;

import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sonocert.enrolment.CandidateLetters;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.enrolment.Moments;
import org.sonocert.exceptions.WindowException.Decision;
import org.sonocert.identity.Account;
import org.sonocert.identity.Accounts;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;

/** What is written to a candidate about an exception. */
@Service
public class ExceptionLetters {
  private final CandidateLetters letters;
  private final Enrolments enrolments;
  private final Accounts accounts;
  private final MessageSource words;

  ExceptionLetters(
      CandidateLetters letters, Enrolments enrolments, Accounts accounts, MessageSource words) {
    this.letters = letters;
    this.enrolments = enrolments;
    this.accounts = accounts;
    this.words = words;
  }

  /** Days were added, and where the window ends now; before the purchase, that they will count. */
  public void granted(WindowException granted) {
    Decision decision = Objects.requireNonNull(granted.decision());
    Instant end = decision.endsAt();
    post(granted, end == null ? "days-kept" : "window-moved", end);
  }

  /** The answer to a candidate who asked, by themselves or in a support request. */
  public void refused(WindowException refused) {
    Enrolment enrolment = enrolments.get(refused.enrolment());
    if (refused.requestedBy().equals(enrolment.candidate())
        || refused.wish().supportRequest() != null) {
      post(refused, "days-refused", null);
    }
  }

  private void post(WindowException about, String letter, @Nullable Instant end) {
    Enrolment enrolment = enrolments.get(about.enrolment());
    Account candidate = accounts.get(enrolment.candidate());
    Locale locale = candidate.locale();
    Map<String, String> model = new HashMap<>();
    model.put(
        "added", words.getMessage("exception.days", new Object[] {about.wish().days()}, locale));
    model.put(
        "kind", words.getMessage("exception.kind." + about.wish().kind().word(), null, locale));
    model.put("reason", Objects.requireNonNull(about.decision()).reason());
    if (end != null) {
      model.put("until", Moments.inWords(end, locale));
    }
    letters.post(enrolment, candidate, letter, about.wish().id().toString(), model);
  }
}
