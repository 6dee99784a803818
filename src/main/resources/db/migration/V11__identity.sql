-- Who can sign in. A row exists once the address is confirmed; before, there is only a sign_up.
create table app.account (
  id                uuid        primary key,
  email             text        not null unique check (email = lower(email)),
  given_name        text        not null,
  family_name       text        not null,
  locale            text        not null,
  password_hash     text        not null,
  rules_accepted_at timestamptz,
  confirmed_at      timestamptz not null,
  disabled_at       timestamptz
);
comment on column app.account.confirmed_at is 'programme time, as are rules_accepted_at and disabled_at';

create table app.account_role (
  account_id uuid        not null references app.account,
  role       text        not null check (role in ('candidate','reviewer','lead-reviewer','content-editor',
                           'programme-manager','privacy-officer','panel-member','auditor','operator','administrator')),
  granted_at timestamptz not null,
  granted_by text        not null,
  primary key (account_id, role)
);
create index account_role_role on app.account_role (role);

-- A sign-up waits for its confirmation. Name and password belong to the token, so that confirming one's
-- own sign-up can never take over what somebody else typed for the same address.
create table app.sign_up (
  token_hash        bytea       primary key,
  email             text        not null,
  given_name        text        not null,
  family_name       text        not null,
  locale            text        not null,
  password_hash     text        not null,
  rules_accepted_at timestamptz not null,
  expires_at        timestamptz not null,
  used_at           timestamptz
);
create index sign_up_expires on app.sign_up (expires_at);
create index sign_up_email on app.sign_up (email);

create table app.password_reset (
  token_hash bytea       primary key,
  account_id uuid        not null references app.account,
  expires_at timestamptz not null,
  used_at    timestamptz
);
create index password_reset_expires on app.password_reset (expires_at);
create index password_reset_account on app.password_reset (account_id);
comment on table app.password_reset is 'tokens are kept as SHA-256 only; expires_at and used_at are machine time, as in sign_up';

-- Tries that count against a limit, by a hash of address or network address; machine time.
create table app.attempt (
  id     bigint      generated always as identity primary key,
  bucket bytea       not null,
  at     timestamptz not null
);
create index attempt_bucket on app.attempt (bucket, at);
create index attempt_at on app.attempt (at);

-- The one-time code with which the first administrator of a new server comes in.
create table app.first_administrator (
  only_row  boolean primary key default true check (only_row),
  code_hash bytea   not null
);

create view app.v_identity_people as
  select a.id, a.given_name, a.family_name, a.locale, a.disabled_at is null as enabled,
         array(select r.role from app.account_role r where r.account_id = a.id order by r.role) as roles
    from app.account a;
