package org.sonocert.peerevaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.Rejection;

class NominationRulesTest {
  private static final Instant NOW = Instant.parse("2027-03-01T10:00:00Z");

  private final Nominee bea = person("Bea Moreau", "bea@hospital.example");
  private final Nominee carl = person("Carl Ude", "carl@hospital.example");

  @Test
  void twoPeopleWhoAgreedCanBeNamed() {
    assertThat(refuse(List.of(), bea, carl)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ana@hospital.example", "A.N.A+me@hospital.example", "ana@home.example"})
  void theCandidatesMailboxIsTheCandidate(String email) {
    assertThat(refuse(List.of(), person("Bea Moreau", email), carl))
        .contains("nominee-is-candidate");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ana Ruiz", "ana  RUIZ", "Aña Ruíz"})
  void theCandidatesNameIsTheCandidate(String name) {
    assertThat(refuse(List.of(), bea, person(name, "other@hospital.example")))
        .contains("nominee-is-candidate");
  }

  @ParameterizedTest
  @ValueSource(strings = {"family", "financial"})
  void familyAndSharedMoneyAreRefused(String relation) {
    Nominee close =
        Nominee.typed("Bea Moreau", "bea@hospital.example", relation, "works here", true);
    assertThat(refuse(List.of(), close, carl)).contains("nominee-too-close");
  }

  @Test
  void whoWasNotAskedIsNotWrittenTo() {
    Nominee unasked =
        Nominee.typed("Bea Moreau", "bea@hospital.example", "colleague", "works here", false);
    assertThat(refuse(List.of(), carl, unasked)).contains("nominee-without-consent");
  }

  @Test
  void onePersonIsNotTwo() {
    assertThat(refuse(List.of(), bea, person("Someone Else", "b.e.a+x@hospital.example")))
        .contains("nominee-twice");
    assertThat(refuse(List.of(), bea, person("BEA MOREAU", "private@mail.example")))
        .contains("nominee-twice");
  }

  @ParameterizedTest
  @EnumSource(NominationState.class)
  void onlyWhoWasReplacedOrUnreachableMayBeNamedAgain(NominationState state) {
    boolean again = state == NominationState.REPLACED || state == NominationState.BOUNCED;
    assertThat(refuse(List.of(earlier(bea, state)), bea).isEmpty()).isEqualTo(again);
  }

  @Test
  void aRefusalNamesThePersonAndWhatToDo() {
    Optional<Rejection> refusal =
        rules(List.of(earlier(bea, NominationState.DECLINED))).refuse(List.of(bea));
    assertThat(refusal.orElseThrow().reason())
        .isEqualTo("Bea Moreau has declined. Please name somebody else.");
  }

  private static Optional<String> refuse(List<Nomination> earlier, Nominee... named) {
    return rules(earlier).refuse(List.of(named)).map(Rejection::code);
  }

  private static NominationRules rules(List<Nomination> earlier) {
    return new NominationRules(
        "Ana Ruiz",
        Set.of(Mailbox.of("ana@hospital.example"), Mailbox.of("ana@home.example")),
        earlier);
  }

  private static Nominee person(String name, String email) {
    return Nominee.typed(name, email, "colleague", "we scan together", true);
  }

  static Nomination earlier(Nominee who, NominationState state) {
    return new Nomination(
        NomineeId.create(),
        EnrolmentId.create(),
        who,
        Locale.ENGLISH,
        state,
        NOW,
        null,
        null,
        null);
  }
}
