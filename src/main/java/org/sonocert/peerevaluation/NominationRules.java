package org.sonocert.peerevaluation;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.sonocert.core.Rejection;

/**
 * Whom a candidate may name. How many invitations may be open is policy and asked of a table.
 *
 * @param candidateName given and family name of the candidate
 * @param candidateMailboxes the mailboxes that the candidate signs in with
 * @param earlier everybody named before in this enrolment
 */
public record NominationRules(
    String candidateName, Set<Mailbox> candidateMailboxes, List<Nomination> earlier) {
  private static final Set<String> TOO_CLOSE = Set.of("family", "financial");
  private static final Pattern MARKS = Pattern.compile("[^\\p{L}]+");

  /**
   * Why these people cannot be named, or empty when they can.
   *
   * @param named in the order of the form
   */
  public Optional<Rejection> refuse(List<Nominee> named) {
    for (int i = 0; i < named.size(); i++) {
      Optional<Rejection> refusal = refuse(named.get(i), named.subList(0, i));
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return Optional.empty();
  }

  private Optional<Rejection> refuse(Nominee one, List<Nominee> before) {
    if (candidateMailboxes.contains(one.mailbox()) || sameName(one.name(), candidateName)) {
      return invalid(
          "nominee-is-candidate",
          "You cannot evaluate yourself. Please name another person, with their own mailbox.");
    }
    if (TOO_CLOSE.contains(one.relation())) {
      return invalid(
          "nominee-too-close",
          one.name()
              + " is family or shares a financial interest with you, so this evaluation would not"
              + " count. Please name somebody else.");
    }
    if (!one.consented()) {
      return invalid(
          "nominee-without-consent",
          "Please ask " + one.name() + " first. We only write to people who have agreed.");
    }
    if (before.stream().anyMatch(b -> same(b, one))) {
      return invalid(
          "nominee-twice", "The two evaluators must be two people, each with their own mailbox.");
    }
    return earlier.stream()
        .filter(e -> e.sameMailbox(one) && !mayBeAskedAgain(e.state()))
        .findFirst()
        .flatMap(e -> named(one, e.state()));
  }

  private static Optional<Rejection> named(Nominee one, NominationState state) {
    return conflict(
        "nominee-named-before",
        state == NominationState.DECLINED
            ? one.name() + " has declined. Please name somebody else."
            : one.name() + " has been asked before. Please name somebody else.");
  }

  private static boolean mayBeAskedAgain(NominationState state) {
    return state == NominationState.REPLACED || state == NominationState.BOUNCED;
  }

  private static boolean same(Nominee a, Nominee b) {
    return a.mailbox().equals(b.mailbox()) || sameName(a.name(), b.name());
  }

  private static boolean sameName(String a, String b) {
    return plain(a).equals(plain(b));
  }

  private static String plain(String name) {
    String apart = Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
    return MARKS.matcher(apart.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }

  private static Optional<Rejection> invalid(String code, String reason) {
    return Optional.of(Rejection.invalid(code, reason));
  }

  private static Optional<Rejection> conflict(String code, String reason) {
    return Optional.of(Rejection.conflict(code, reason));
  }
}
