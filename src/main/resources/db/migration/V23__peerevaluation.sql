-- Peer evaluation: who was named, how they were reached, and what they answered, sealed.

create table app.nomination (
  id            uuid        primary key,
  enrolment_id  uuid        not null references app.enrolment,
  name          text        not null,
  email         text        not null,
  mailbox       text        not null,
  relation      text        not null,
  known_how     text        not null,
  locale        text        not null,
  consent_at    timestamptz not null,
  named_at      timestamptz not null,
  state         text        not null check (state in
                  ('named','invited','returned','submitted','declined','replaced','bounced')),
  invited_at    timestamptz,
  opened_at     timestamptz,
  ended_at      timestamptz,
  named_as      bigint      generated always as identity,
  check (email !~ '[[:cntrl:]]' and name !~ '[[:cntrl:]]')
);
comment on column app.nomination.mailbox is 'the address without case, dots and plus-suffix: two spellings of one mailbox are one person';
comment on column app.nomination.opened_at is 'when a one-time code was asked for first';
comment on column app.nomination.named_as is 'the order of naming, also of two people in one form';
create index nomination_enrolment on app.nomination (enrolment_id, named_as);
-- Two nominations of one mailbox cannot both be alive, whatever two tabs send.
create unique index nomination_mailbox on app.nomination (enrolment_id, mailbox)
  where state not in ('replaced','bounced');
select app.require_leaf('app.nomination');
revoke delete, truncate on app.nomination from "${appUser}";

-- The references that were mailed, as hashes; each mail carries its own, all of them lead to one evaluation.
create table app.invitation (
  reference_hash bytea       primary key check (octet_length(reference_hash) = 32),
  enrolment_id   uuid        not null references app.enrolment,
  nominee_id     uuid        not null references app.nomination,
  occasion       text        not null,
  created_at     timestamptz not null
);
create unique index invitation_occasion on app.invitation (nominee_id, occasion);
select app.require_leaf('app.invitation');
revoke update, delete, truncate on app.invitation from "${appUser}";

-- One-time codes, machine time. No fact of the enrolment: what they open is noted at the nomination.
create table app.evaluation_code (
  id         bigint      generated always as identity primary key,
  nominee_id uuid        not null references app.nomination,
  code_hash  bytea       not null check (octet_length(code_hash) = 32),
  sent_at    timestamptz not null,
  expires_at timestamptz not null,
  tries      int         not null default 0,
  used_at    timestamptz
);
create index evaluation_code_nominee on app.evaluation_code (nominee_id, sent_at desc);

-- What an evaluator has typed and not sent, encrypted; only the evaluator's own session reads it.
create table app.evaluation_draft (
  nominee_id uuid        primary key references app.nomination,
  key_id     text        not null,
  ciphertext bytea       not null,
  saved_at   timestamptz not null
);

-- The answers, sealed (AES-256-GCM). Written once; opened only for scoring, each opening noted below.
create table app.sealed_evaluation (
  nominee_id   uuid        not null references app.nomination,
  attempt      int         not null,
  enrolment_id uuid        not null references app.enrolment,
  number       int,
  outcome      text        not null check (outcome in ('complete','incomplete','surplus')),
  rated        int         not null,
  applicable   int         not null,
  release      bigint      not null,
  submitted_at timestamptz not null,
  key_id       text        not null,
  ciphertext   bytea       not null,
  salt         bytea       not null check (octet_length(salt) = 32),
  commitment   bytea       not null check (octet_length(commitment) = 32),
  primary key (nominee_id, attempt),
  check ((number is null) = (outcome = 'incomplete'))
);
comment on column app.sealed_evaluation.number is 'order of the complete ones, taken under the enrolment''s row lock (INV-08)';
create unique index sealed_evaluation_number on app.sealed_evaluation (enrolment_id, number);
-- INV-09: one invitation, at most one evaluation.
create unique index sealed_evaluation_once on app.sealed_evaluation (nominee_id) where number is not null;
select app.require_leaf('app.sealed_evaluation');
revoke update, delete, truncate on app.sealed_evaluation from "${appUser}";

-- Why somebody declined, sealed like an answer: the candidate learns only that they did.
create table app.sealed_decline (
  nominee_id   uuid        primary key references app.nomination,
  enrolment_id uuid        not null references app.enrolment,
  key_id       text        not null,
  ciphertext   bytea       not null,
  declined_at  timestamptz not null
);
select app.require_leaf('app.sealed_decline');
revoke update, delete, truncate on app.sealed_decline from "${appUser}";

create table app.sealed_opening (
  enrolment_id uuid        not null references app.enrolment,
  nominee_id   uuid        not null,
  attempt      int         not null,
  who          text        not null,
  purpose      text        not null,
  at           timestamptz not null,
  id           bigint      generated always as identity primary key,
  foreign key (nominee_id, attempt) references app.sealed_evaluation
);
create index sealed_opening_enrolment on app.sealed_opening (enrolment_id, at);
select app.require_leaf('app.sealed_opening');
revoke update, delete, truncate on app.sealed_opening from "${appUser}";

-- Mailboxes that asked never to be written to again; kept for ever, as hashes.
create table app.never_contact (
  mailbox_hash bytea       primary key check (octet_length(mailbox_hash) = 32),
  asked_at     timestamptz not null
);
revoke update, delete, truncate on app.never_contact from "${appUser}";

create table app.peer_result (
  enrolment_id uuid        primary key references app.enrolment,
  passed       boolean     not null,
  reason       text        not null,
  release      bigint      not null,
  decided_at   timestamptz not null
);
select app.require_leaf('app.peer_result');
revoke update, delete, truncate on app.peer_result from "${appUser}";

-- What other rooms and decisions may read.
create view app.v_peerevaluation_result as
  select enrolment_id, passed, reason, release, decided_at from app.peer_result;
create view app.v_peerevaluation_progress as
  select e.id as enrolment_id,
         (select count(*) from app.sealed_evaluation s
           where s.enrolment_id = e.id and s.outcome = 'complete')::int as counted,
         (select count(*) from app.nomination n
           where n.enrolment_id = e.id and n.state in ('named','invited','returned'))::int as open_invitations
    from app.enrolment e;
