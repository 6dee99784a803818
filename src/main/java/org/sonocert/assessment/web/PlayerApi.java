package org.sonocert.assessment.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sonocert.assessment.AnsweringItems;
import org.sonocert.assessment.Exposure;
import org.sonocert.assessment.Progress;
import org.sonocert.assessment.RememberingPositions;
import org.sonocert.assessment.Sitting;
import org.sonocert.assessment.Sittings;
import org.sonocert.assessment.TestForms;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.identity.CurrentPerson;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the player's script asks and tells. */
@RestController
@RequestMapping("/sit/{enrolment}")
class PlayerApi {
  private final CurrentPerson person;
  private final Sittings sittings;
  private final Exposure exposure;
  private final TestForms forms;
  private final AnsweringItems answering;
  private final RememberingPositions positions;

  PlayerApi(
      CurrentPerson person,
      Sittings sittings,
      Exposure exposure,
      TestForms forms,
      AnsweringItems answering,
      RememberingPositions positions) {
    this.person = person;
    this.sittings = sittings;
    this.exposure = exposure;
    this.forms = forms;
    this.answering = answering;
    this.positions = positions;
  }

  /** An answer; anything else in the body is ignored. */
  record Answer(@Nullable String item, @Nullable List<String> chosen) {}

  /** Where the candidate is. */
  record At(int stage, double second) {}

  /** What became of an answer. */
  record Taken(String item, int answered, int total, boolean complete) {}

  @GetMapping(path = "/state", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<PlayerState> state(@PathVariable String enrolment) {
    Sitting sitting = sittings.ownedBy(person.id(), EnrolmentId.of(enrolment));
    exposure.requireRunning(sitting);
    PlayerState state = PlayerState.of(sitting, forms.get(sitting.form()));
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(state);
  }

  @PostMapping(path = "/answers", consumes = MediaType.APPLICATION_JSON_VALUE)
  Taken answer(@PathVariable String enrolment, @RequestBody Answer answer) {
    String item = answer.item() == null ? "" : answer.item();
    List<String> chosen = answer.chosen() == null ? List.of() : answer.chosen();
    Progress progress = answering.answer(person.id(), EnrolmentId.of(enrolment), item, chosen);
    return new Taken(item, progress.answered(), progress.total(), progress.complete());
  }

  @PutMapping(path = "/position", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Void> position(@PathVariable String enrolment, @RequestBody At at) {
    AccountId candidate = person.id();
    positions.remember(
        candidate, EnrolmentId.of(enrolment), new Sitting.Position(at.stage(), at.second()));
    return ResponseEntity.noContent().build();
  }
}
