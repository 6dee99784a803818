-- What a card company told us, kept as it came with its signature. Each event once, however often it comes.
create table app.provider_event (
  id              text        primary key,
  provider        text        not null,
  type            text        not null,
  signature       text        not null,
  body            text        not null,
  received_at     timestamptz not null,
  state           text        not null default 'waiting' check (state in ('waiting','started','done','unknown','failed')),
  attempts        int         not null default 0,
  next_attempt_at timestamptz not null,
  last_error      text,
  done_at         timestamptz
);
comment on table app.provider_event is 'machine time; unknown: it is about no payment of ours';
create index provider_event_waiting on app.provider_event (next_attempt_at) where state in ('waiting','started');
create index provider_event_trouble on app.provider_event (received_at) where state = 'failed' or last_error is not null;
revoke update, delete, truncate on app.provider_event from "${appUser}";
grant update (state, attempts, next_attempt_at, last_error, done_at) on app.provider_event to "${appUser}";

-- How often a provider was told to give an attempt's money back, and what came of the last time.
create table app.payback (
  intent_id  uuid        primary key references app.payment_intent,
  attempts   int         not null,
  started_at timestamptz not null,
  ended_at   timestamptz,
  outcome    text        not null check (outcome in ('started','given-back','waiting','failed')),
  detail     text
);
comment on table app.payback is 'machine time; started: an attempt is under way, or its server died; the provider''s own list decides';

-- Where a card company's books and ours differ.
create table app.money_mismatch (
  id             bigint      generated always as identity primary key,
  provider       text        not null,
  payment        text        not null,
  reason         text        not null check (reason in ('unknown-payment','not-booked','not-at-provider','another-amount',
                   'refund-not-booked','refund-not-at-provider','disputed')),
  intent_id      uuid,
  their_cents    bigint,
  our_cents      bigint,
  currency       text,
  found_at       timestamptz not null,
  gone_at        timestamptz,
  unique (provider, payment, reason)
);
comment on column app.money_mismatch.payment is 'the provider''s id of the payment; of our attempt where the provider knows none';
create index money_mismatch_open on app.money_mismatch (found_at) where gone_at is null;
revoke delete, truncate on app.money_mismatch from "${appUser}";

-- Which days' books were compared. Written once.
create table app.reconciliation (
  provider    text        not null,
  day         date        not null,
  compared_at timestamptz not null,
  lines       int         not null,
  mismatches  int         not null,
  primary key (provider, day)
);
revoke update, delete, truncate on app.reconciliation from "${appUser}";
