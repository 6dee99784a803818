-- What holds the decision on an enrolment: an open question beside the work, of whatever capability. The
-- work goes on; an award that is due meanwhile waits, and its evidence stays in time.
create table app.decision_hold (
  enrolment_id uuid        not null references app.enrolment,
  kind         text        not null check (kind in ('card-dispute', 'attestation-audit')),
  reference    text        not null check (reference <> ''),
  opened_at    timestamptz not null,
  closed_at    timestamptz check (closed_at >= opened_at),
  primary key (enrolment_id, kind, reference)
);
comment on column app.decision_hold.reference is 'whatever the capability knows the question by';
create index decision_hold_open on app.decision_hold (enrolment_id) where closed_at is null;
select app.require_leaf('app.decision_hold');
revoke update, delete, truncate on app.decision_hold from "${appUser}";
grant update (closed_at) on app.decision_hold to "${appUser}";

-- What boards and invariants read.
create view app.v_enrolment_decision_hold as
  select enrolment_id, kind, reference, opened_at, closed_at from app.decision_hold;
