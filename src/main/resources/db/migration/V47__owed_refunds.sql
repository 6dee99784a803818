-- Money that the programme owes somebody, outside the candidate's right: ordered by one manager,
-- approved by another one, then given back by the means by which it came.
create table app.owed_refund (
  id            uuid        primary key,
  enrolment_id  uuid        references app.enrolment,
  intent_id     uuid        references app.payment_intent,
  provider      text        not null,
  reference     text        not null,
  instrument    text        not null,
  amount_cents  bigint      not null check (amount_cents > 0),
  currency      text        not null check (currency ~ '^[A-Z]{3}$'),
  reason        text        not null check (reason in ('double-payment','unmatched-payment','never-opened',
                  'product-closed','appeal-upheld')),
  note          text        not null check (length(note) between 1 and 500),
  payer_email   text        not null,
  ordered_by    uuid        not null references app.account,
  ordered_at    timestamptz not null,
  decided_by    uuid        references app.account,
  decided_at    timestamptz,
  approved      boolean,
  given_back_at timestamptz,
  by_hand_ref   text        check (length(by_hand_ref) between 1 and 100),
  check (decided_by <> ordered_by),
  check ((decided_by is null) = (decided_at is null)),
  check ((decided_by is null) = (approved is null)),
  check (given_back_at is null or approved),
  check ((enrolment_id is null) = (intent_id is null))
);
comment on column app.owed_refund.reference is 'the provider''s id of the payment; at the bank what the transfer said';
create unique index owed_refund_once on app.owed_refund (provider, reference) where approved is not false;
create index owed_refund_open on app.owed_refund (ordered_at) where given_back_at is null and approved is not false;
select app.require_leaf('app.owed_refund');
revoke update, delete, truncate on app.owed_refund from "${appUser}";
grant update (decided_by, decided_at, approved, given_back_at, by_hand_ref)
  on app.owed_refund to "${appUser}";

-- How often a card company was told of one, and what came of the last time.
create table app.owed_attempt (
  refund_id uuid primary key references app.owed_refund,
  attempts  int  not null,
  last_said text not null
);

-- People by their addresses, for the few places that write to them.
create view app.v_identity_address as select id as account_id, email from app.account;
