-- The authenticator of a person who signs in by two steps. The secret is sealed by keys/second-step.key.
create table app.second_step (
  account_id uuid        primary key references app.account,
  key_id     text        not null,
  sealed     bytea       not null,
  last_step  bigint      not null,
  since      timestamptz not null
);
comment on column app.second_step.last_step is 'the newest time step whose code was taken: no code counts twice';
comment on column app.second_step.since is 'machine time';

-- A secret that was shown and is not confirmed by a code yet; the old authenticator works until it is.
create table app.second_step_offer (
  account_id uuid        not null references app.account,
  place      bytea       not null,
  key_id     text        not null,
  sealed     bytea       not null,
  offered_at timestamptz not null,
  primary key (account_id, place)
);
comment on column app.second_step_offer.place is 'hash of the session that was shown it: what another one saw is never taken';

-- What lets a person in without the authenticator, once each: HMAC under the same key, never the code.
create table app.recovery_code (
  account_id uuid        not null references app.account,
  hash       bytea       not null,
  used_at    timestamptz,
  primary key (account_id, hash)
);
