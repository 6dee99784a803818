-- What the auditors' login may read, and nothing else. Done after every migration, since that login
-- may be made later than the tables. Neither accounts, nor answers, nor invitations, nor mails' contents.
do $$
begin
  perform pg_advisory_xact_lock(570057);
  if exists (select from pg_roles where rolname = '${readerUser}') then
    grant usage on schema app, camunda to "${readerUser}";
    grant select on app.audit_event, app.audit_payload, app.audit_look, app.policy_release
      to "${readerUser}";
    -- not last_error and occurrence, which may name a mailbox; earlier versions let all of it be read
    revoke select on app.v_notification_outbox from "${readerUser}";
    grant select (kind, enrolment_id, created_at, sent_at, state)
      on app.v_notification_outbox to "${readerUser}";
    grant select (id, candidate_id, product, state, opened_at, application_release, release,
      purchased_at, window_ends_at, started_at, ended_at, end_reason) on app.enrolment to "${readerUser}";
    grant select on app.v_assessment_agreement to "${readerUser}";
    grant select (enrolment_id, serial, product, awarded_at, valid_until, state)
      on app.credential to "${readerUser}";
    grant select on camunda.act_hi_procinst, camunda.act_hi_actinst to "${readerUser}";
  end if;
end $$;
