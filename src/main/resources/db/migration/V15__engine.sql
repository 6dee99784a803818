-- Policy releases: one deployment of all diagrams, tables and forms, with who, why and from when.
create table app.policy_release (
  number            bigint      primary key,
  deployment_id     text        not null unique,
  hash              text        not null,
  catalogue_version text        not null,
  author            text        not null,
  approver          text        not null,
  reason            text        not null,
  effective_at      timestamptz not null,
  created_at        timestamptz not null
);
create index policy_release_effective on app.policy_release (effective_at);
revoke update, delete on app.policy_release from "${appUser}";

-- The demo's time machine keeps how far programme time is ahead, so that a restart does not go back.
create table app.programme_clock (
  only_row  boolean primary key default true check (only_row),
  ahead_ms  bigint  not null check (ahead_ms >= 0)
);

-- A form that was posted twice gets its first answer again.
create table app.task_submission (
  idempotency_key text        primary key,
  enrolment_id    uuid        not null,
  task_id         text        not null,
  form_id         text        not null,
  policy_release  bigint      not null,
  answers         jsonb,
  submitted_at    timestamptz not null
);
create unique index task_submission_task on app.task_submission (task_id, submitted_at);
create index task_submission_enrolment on app.task_submission (enrolment_id, submitted_at);
select app.require_leaf('app.task_submission');

-- What was typed and not sent yet.
create table app.task_draft (
  task_id   text        not null,
  person    text        not null,
  answers   jsonb       not null,
  saved_at  timestamptz not null,
  primary key (task_id, person)
);
