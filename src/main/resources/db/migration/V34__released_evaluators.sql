-- An evaluator who is still asked when the enrolment ends is let go of, and told so.
alter table app.nomination drop constraint nomination_state_check;
alter table app.nomination add constraint nomination_state_check check (state in
  ('named','invited','returned','submitted','declined','replaced','bounced','released'));
