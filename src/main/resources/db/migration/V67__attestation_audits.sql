-- Audits of attested cases: what was drawn for each purchase, which were asked for a log, and the answer.
create table app.attestation_lot (
  enrolment_id uuid        primary key references app.enrolment,
  lot          int         not null check (lot between 0 and 9999),
  drawn_at     timestamptz not null
);
comment on column app.attestation_lot.lot is 'from a source nobody can foresee; drawn once, so that the decision can be repeated';
select app.require_leaf('app.attestation_lot');

create table app.attestation_audit (
  enrolment_id uuid        primary key references app.enrolment,
  asked_at     timestamptz not null,
  answer_by    timestamptz not null check (answer_by > asked_at)
);
select app.require_leaf('app.attestation_audit');

create table app.case_log (
  enrolment_id uuid        primary key references app.attestation_audit,
  cases        int         not null check (cases > 0),
  body         text        not null check (length(body) <= 20000),
  hash         bytea       not null,
  sent_by      uuid        not null references app.account,
  sent_at      timestamptz not null,
  check (hash = sha256(convert_to(body, 'UTF8')))
);
select app.require_leaf('app.case_log');

create table app.attestation_audit_result (
  enrolment_id uuid        primary key references app.attestation_audit,
  outcome      text        not null check (outcome in ('confirmed', 'refuted', 'unanswered', 'lapsed')),
  reason       text        not null check (length(reason) between 1 and 1000),
  decided_by   uuid        references app.account,
  decided_at   timestamptz not null,
  check ((outcome in ('confirmed', 'refuted')) = (decided_by is not null))
);
select app.require_leaf('app.attestation_audit_result');
revoke update, delete, truncate on app.attestation_lot, app.attestation_audit, app.case_log,
  app.attestation_audit_result from "${appUser}";

-- What other rooms may read.
create view app.v_application_attested as
  select enrolment_id, area, cases, attested_at from app.case_attestation;
create view app.v_attestation_audit as
  select a.enrolment_id, a.asked_at, a.answer_by, r.outcome, r.reason, r.decided_at
    from app.attestation_audit a left join app.attestation_audit_result r using (enrolment_id);

-- Who has seen the cases waits after every end that is no award and no cancelling, or an audit or a
-- dispute would be a way around the wait.
create or replace view app.v_enrolment_waited_after as
  select candidate_id, product, ended_at from app.enrolment
   where state in ('unsuccessful', 'window-ended')
      or (state in ('withdrawn', 'payment-reversed', 'ineligible') and started_at is not null);
