-- A price that was shown, frozen for a while. Written once.
create table app.quote (
  id                uuid        primary key,
  enrolment_id      uuid        not null references app.enrolment,
  number            int         not null,
  product           text        not null,
  amount_cents      bigint      not null check (amount_cents >= 0),
  currency          text        not null,
  release           bigint      not null,
  catalogue_version text        not null,
  window_ends_at    timestamptz not null,
  prepared_at       timestamptz not null,
  expires_at        timestamptz not null,
  unique (enrolment_id, number)
);
comment on column app.quote.window_ends_at is 'the window''s end if it were bought at prepared_at; a later purchase ends later, never earlier';
select app.require_leaf('app.quote');
revoke update, delete, truncate on app.quote from "${appUser}";

-- One attempt to pay a quote with one provider. Its state is ours; the money's state is the provider's.
create table app.payment_intent (
  id            uuid        primary key,
  enrolment_id  uuid        not null references app.enrolment,
  quote_id      uuid        not null references app.quote,
  provider      text        not null,
  reference     text,
  amount_cents  bigint      not null,
  currency      text        not null,
  state         text        not null check (state in ('open','captured','returned','abandoned')),
  return_reason text,
  given_back_at timestamptz,
  created_at    timestamptz not null,
  updated_at    timestamptz not null,
  unique (quote_id, provider),
  unique (provider, reference),
  check ((state = 'returned') = (return_reason is not null))
);
create index payment_intent_unsettled on app.payment_intent (created_at)
  where state = 'open' or (state = 'returned' and given_back_at is null);
create index payment_intent_enrolment on app.payment_intent (enrolment_id);
select app.require_leaf('app.payment_intent');

-- Money that opened an enrolment: exactly one row for each (INV-14). Written once.
create table app.payment (
  enrolment_id uuid        primary key references app.enrolment,
  intent_id    uuid        not null unique references app.payment_intent,
  quote_id     uuid        not null references app.quote,
  provider     text        not null,
  reference    text        not null,
  instrument   text        not null,
  amount_cents bigint      not null,
  currency     text        not null,
  captured_at  timestamptz not null
);
select app.require_leaf('app.payment');
revoke update, delete, truncate on app.payment from "${appUser}";

-- The demo's card company: it stands where a provider's own books would be. Empty outside the demo profile.
create table app.demo_card_charge (
  reference      text        primary key,
  amount_cents   bigint      not null,
  currency       text        not null,
  state          text        not null check (state in ('waiting','declined','succeeded','given-back','cancelled')),
  instrument     text,
  decline_reason text,
  changed_at     timestamptz not null
);

-- What other rooms may read.
create view app.v_payment_captured as
  select p.enrolment_id, p.amount_cents, p.currency, p.captured_at, q.release, q.catalogue_version
    from app.payment p join app.quote q on q.id = p.quote_id;
create view app.v_payment_quote as
  select distinct on (enrolment_id) enrolment_id, amount_cents, currency, release, window_ends_at,
         prepared_at, expires_at
    from app.quote order by enrolment_id, number desc;
