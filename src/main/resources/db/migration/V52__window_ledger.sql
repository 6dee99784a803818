-- Withdrawn: who has seen the cases waits as after a result; who had not started waits for nothing.
create view app.v_enrolment_waited_after as
  select candidate_id, product, ended_at from app.enrolment
   where state in ('unsuccessful', 'window-ended') or (state = 'withdrawn' and started_at is not null);

-- Set when a candidate's death was reported and confirmed: nothing is mailed to them any more.
alter table app.enrolment add column silent boolean not null default false;

-- The ledger is what a window's end is reckoned from (INV-05), so others may read it.
create view app.v_enrolment_window_entry as
  select enrolment_id, number, seconds, kind, reason, rule, requested_by, approved_by, at
    from app.window_entry;
revoke truncate on app.window_entry from "${appUser}";

-- Exceptions: one person asks, another one decides. Both rows are written once.
create table app.window_exception (
  id              uuid        primary key,
  enrolment_id    uuid        not null references app.enrolment,
  kind            text        not null check (kind in ('extension', 'operator-hold', 'accommodation')),
  seconds         bigint      not null check (seconds > 0),
  held_from       timestamptz,
  held_until      timestamptz,
  reason          text        not null check (length(reason) between 10 and 4000),
  rule            text        not null,
  requested_by    uuid        not null references app.account,
  support_request uuid,
  requested_at    timestamptz not null,
  unique (id, requested_by),
  check ((kind = 'operator-hold') = (held_from is not null)),
  check ((held_from is null) = (held_until is null)),
  check (held_until > held_from)
);
create index window_exception_enrolment on app.window_exception (enrolment_id, requested_at);
comment on column app.window_exception.seconds is 'what is added to the window';
select app.require_leaf('app.window_exception');

create table app.window_exception_decision (
  exception_id uuid        primary key,
  enrolment_id uuid        not null references app.enrolment,
  outcome      text        not null check (outcome in ('granted', 'refused', 'lapsed')),
  reason       text        not null,
  requested_by uuid        not null,
  decided_by   uuid        references app.account check (decided_by <> requested_by),
  decided_at   timestamptz not null,
  ends_at      timestamptz,
  foreign key (exception_id, requested_by) references app.window_exception (id, requested_by),
  check ((outcome = 'lapsed') = (decided_by is null)),
  check (ends_at is null or outcome = 'granted')
);
comment on column app.window_exception_decision.ends_at is
  'the window''s end that it led to; null before the purchase, when the days wait to be counted';
select app.require_leaf('app.window_exception_decision');
revoke update, delete, truncate on app.window_exception from "${appUser}";
revoke update, delete, truncate on app.window_exception_decision from "${appUser}";

create view app.v_exceptions_all as
  select x.id, x.enrolment_id, x.kind, x.seconds, x.held_from, x.held_until, x.reason, x.rule,
         x.requested_by, x.requested_at, d.outcome, d.reason as decision_reason, d.decided_by,
         d.decided_at, d.ends_at
    from app.window_exception x
    left join app.window_exception_decision d on d.exception_id = x.id;
