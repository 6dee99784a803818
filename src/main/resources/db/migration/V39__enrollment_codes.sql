-- A package of enrollment codes that a payer bought for a team.
create table app.code_package (
  id                     uuid        primary key,
  product                text        not null,
  codes                  int         not null check (codes between 1 and 500),
  valid_until            timestamptz not null,
  payer_name             text        not null check (payer_name <> ''),
  payer_email            text        not null,
  price_cents            bigint      not null check (price_cents >= 0),
  fee_cents              bigint      not null,
  currency               text        not null,
  created_by             uuid        not null,
  created_at             timestamptz not null,
  closed_at              timestamptz,
  payer_token_hash       bytea       unique,
  payer_token_expires_at timestamptz,
  check ((payer_token_hash is null) = (payer_token_expires_at is null))
);
comment on column app.code_package.price_cents is 'what the payer pays for one code; what an enrolment costs is its quote''s price';
comment on column app.code_package.fee_cents is 'the catalogue''s fee of the product when the package was made; only a product of this fee can take its place';
comment on column app.code_package.payer_token_expires_at is 'machine time';

-- Who changed a package, when and what. A package belongs to no enrolment, so that no leaf tells it. Written once.
create table app.code_package_change (
  id         bigint      generated always as identity primary key,
  package_id uuid        not null references app.code_package,
  kind       text        not null,
  detail     text        not null,
  actor      text        not null,
  at         timestamptz not null,
  xact       xid8        not null default pg_current_xact_id()
);
create index code_package_change_package on app.code_package_change (package_id, id);
revoke update, delete, truncate on app.code_package_change from "${appUser}";

-- At commit: a package was written, so the same transaction says who did it.
create function app.check_package_change() returns trigger
language plpgsql security definer set search_path = app, pg_temp as $$
begin
  if not exists (select 1 from code_package_change
                  where package_id = new.id and xact = pg_current_xact_id()) then
    raise exception '% of package % without a note of who did it', lower(tg_op), new.id
      using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
create constraint trigger require_change after insert or update on app.code_package
  deferrable initially deferred for each row execute function app.check_package_change();
revoke delete, truncate on app.code_package from "${appUser}";

-- One code. Its signs are worked out from its id and a key in the data folder; here lies their hash only.
create table app.enrollment_code (
  id           uuid        primary key,
  package_id   uuid        not null references app.code_package,
  number       int         not null,
  hash         bytea       not null unique check (octet_length(hash) = 32),
  ending       text        not null check (length(ending) = 4),
  product      text        not null,
  valid_until  timestamptz not null,
  state        text        not null default 'unused' check (state in ('unused','reserved','used')),
  enrolment_id uuid        references app.enrolment,
  since        timestamptz,
  consented_at timestamptz,
  unique (package_id, number),
  check ((state = 'unused') = (enrolment_id is null)),
  check ((enrolment_id is null) = (since is null)),
  check (consented_at is null or enrolment_id is not null)
);
comment on column app.enrollment_code.consented_at is 'the candidate lets the payer see name and award; null without consent';
create unique index enrollment_code_one on app.enrollment_code (enrolment_id) where enrolment_id is not null;
create index enrollment_code_reserved on app.enrollment_code (since) where state = 'reserved';
select app.require_leaf('app.enrollment_code');
revoke delete, truncate on app.enrollment_code from "${appUser}";

-- A code that came back may pay again: then it is the reference of two payments, of two enrolments.
alter table app.payment_intent drop constraint payment_intent_provider_reference_key;
create unique index payment_intent_provider_reference_key on app.payment_intent (provider, reference)
  where provider <> 'code';

-- When an application's eligibility was first decided; a reserved code is kept from then on for a while.
create view app.v_application_eligibility as
  select enrolment_id, min(gathered_at) as decided_at from app.eligibility_facts group by enrolment_id;

-- People by their names, for the few pages that may tell one.
create view app.v_identity_name as
  select id as account_id, given_name || ' ' || family_name as name from app.account;
