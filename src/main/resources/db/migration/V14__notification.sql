-- The outbox: a mail is a row in the transaction that causes it; the sender claims it afterwards.
create table app.outbox (
  id              uuid        primary key,
  kind            text        not null,
  occurrence      text        not null,
  recipient       text        not null check (recipient !~ '[\r\n]'),
  locale          text        not null,
  model           jsonb       not null,
  enrolment_id    uuid,
  message_id      text        not null unique,
  state           text        not null check (state in
                    ('PENDING','STARTED','SENT','FAILED','AMBIGUOUS','HELD')),
  ambiguous       boolean     not null default false,
  attempts        int         not null default 0,
  epoch           bigint      not null default 0,
  next_attempt_at timestamptz not null,
  lease_until     timestamptz,
  last_error      text,
  created_at      timestamptz not null,
  sent_at         timestamptz,
  unique (kind, occurrence)
);
comment on column app.outbox.state is
  'STARTED: an attempt is under way; AMBIGUOUS: it may have arrived and is sent again with the same Message-ID; HELD: it may have arrived and a person decides';
comment on column app.outbox.ambiguous is 'once uncertain, always shown so (INV-17)';
comment on column app.outbox.epoch is 'raised by each claim: a sender that slept past its lease changes nothing';
comment on column app.outbox.next_attempt_at is 'machine time, as are lease_until and sent_at; created_at is programme time';
create index outbox_due on app.outbox (next_attempt_at) where state in ('PENDING','AMBIGUOUS');
create index outbox_started on app.outbox (lease_until) where state = 'STARTED';
create index outbox_unsettled on app.outbox (created_at) where state in ('FAILED','HELD');
create index outbox_enrolment on app.outbox (enrolment_id) where enrolment_id is not null;

-- What operators count and list; no addresses and no contents.
create view app.v_notification_outbox as
  select id, kind, occurrence, enrolment_id, message_id, state, ambiguous, attempts,
         next_attempt_at, last_error, created_at, sent_at
    from app.outbox;

-- The demo's mailbox stands where a relay would be. Nothing writes it outside the demo profile.
create table app.demo_mail (
  number     bigint      generated always as identity primary key,
  message_id text        not null,
  recipient  text        not null,
  subject    text        not null,
  body_text  text        not null,
  body_html  text        not null,
  sent_at    timestamptz not null
);
create index demo_mail_recipient on app.demo_mail (recipient, number desc);
