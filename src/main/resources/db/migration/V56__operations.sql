-- What an operator sees and decides, and what restoring a backup leaves to look at.
grant select on app.flyway_schema_history to "${appUser}";

-- A failed step is found without reading the jobs that wait.
create index act_idx_job_failed on camunda.act_ru_job (id_) where retries_ = 0;

-- A mail that an operator has left as it is waits for nobody any more.
alter table app.outbox add column settled_at timestamptz;
alter table app.outbox add column refused boolean not null default false;
comment on column app.outbox.refused is 'a mail server refused it for good; otherwise none took it in a day';
comment on column app.outbox.settled_at is 'machine time; a person has decided that nothing more is done';
drop index app.outbox_unsettled;
create index outbox_unsettled on app.outbox (created_at)
  where state in ('FAILED','HELD') and settled_at is null;

-- Each decision of an operator about a mail: who, why, once for each form that was sent.
create table app.mail_decision (
  id           uuid        primary key,
  outbox_id    uuid        not null references app.outbox,
  enrolment_id uuid,
  choice       text        not null check (choice in ('arrived','send-again','leave')),
  reason       text        not null,
  decided_by   uuid        not null,
  decided_at   timestamptz not null
);
create index mail_decision_outbox on app.mail_decision (outbox_id);
select app.require_leaf('app.mail_decision');
revoke update, delete, truncate on app.mail_decision from "${appUser}";

-- Each failed step that an operator had tried again: who, why, once for each form that was sent.
create table app.step_retry (
  id           uuid        primary key,
  job_id       text        not null,
  enrolment_id uuid,
  process      text        not null,
  node         text        not null,
  reason       text        not null,
  asked_by     uuid        not null,
  asked_at     timestamptz not null
);
create index step_retry_latest on app.step_retry (asked_at desc);
select app.require_leaf('app.step_retry');
revoke update, delete, truncate on app.step_retry from "${appUser}";

-- Backups that were made of this database, also those that failed; machine time.
create table app.backup_made (
  id       uuid        primary key,
  began_at timestamptz not null,
  ended_at timestamptz not null,
  place    text        not null,
  bytes    bigint      not null,
  failure  text
);
create index backup_made_latest on app.backup_made (ended_at desc);
revoke update, delete, truncate on app.backup_made from "${appUser}";

-- A database that came out of a backup. What was under way is held for a person at the first start.
create table app.restored (
  id          uuid        primary key,
  backup_at   timestamptz not null,
  restored_at timestamptz not null,
  held_at     timestamptz,
  held        jsonb
);
comment on column app.restored.held is 'how much of each kind was under way and waits for a person';
