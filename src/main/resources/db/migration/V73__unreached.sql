-- A mailbox that a mail server refused for good, until its owner opens a link in it or it is nobody's any more.
create table app.refused_mailbox (
  account_id uuid        not null references app.account,
  email      text        not null check (email = lower(email)),
  refused_at timestamptz not null,
  primary key (account_id, email)
);
comment on column app.refused_mailbox.refused_at is 'machine time, the first refusal';

-- What was not sent is found by its address when another mailbox takes the place of a refused one.
create index outbox_unsent_to on app.outbox (recipient) where state in ('PENDING', 'FAILED');

-- A candidate whom no mail reaches while an enrolment runs.
create table app.unreached_candidate (
  id           uuid        primary key,
  enrolment_id uuid        not null references app.enrolment,
  opened_at    timestamptz not null,
  closed_at    timestamptz,
  outcome      text        check (outcome in ('reached', 'mailbox-answers', 'enrolment-over')),
  check ((closed_at is null) = (outcome is null))
);
create unique index unreached_candidate_open on app.unreached_candidate (enrolment_id) where closed_at is null;
comment on column app.unreached_candidate.opened_at is 'programme time, as is closed_at';
select app.require_leaf('app.unreached_candidate');

-- What was tried to reach them, written once.
create table app.contact_attempt (
  id           bigint      generated always as identity primary key,
  unreached_id uuid        not null references app.unreached_candidate,
  enrolment_id uuid        not null references app.enrolment,
  tried_by     uuid        not null references app.account,
  tried_at     timestamptz not null,
  reached      boolean     not null,
  note         text        not null check (length(note) <= 1000)
);
create index contact_attempt_of on app.contact_attempt (unreached_id);
create index contact_attempt_enrolment on app.contact_attempt (enrolment_id);
select app.require_leaf('app.contact_attempt');
revoke update, delete, truncate on app.contact_attempt from "${appUser}";
