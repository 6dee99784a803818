-- The one answer to a candidate who asks to cancel, and what became of the money. An enrolment has
-- one answer at most, so that it is refunded once at most (INV-15).
create table app.refund (
  enrolment_id  uuid        primary key references app.enrolment,
  requested_at  timestamptz not null,
  granted       boolean     not null,
  reason        text        not null,
  release       bigint      not null,
  intent_id     uuid        unique references app.payment_intent,
  amount_cents  bigint      check (amount_cents > 0),
  currency      text,
  instrument    text,
  due_at        timestamptz,
  by_hand_since timestamptz,
  by_hand_by    uuid,
  by_hand_ref   text,
  returned_at   timestamptz,
  check (granted or intent_id is null),
  check ((intent_id is null) = (amount_cents is null)),
  check ((intent_id is null) = (currency is null)),
  check ((intent_id is null) = (instrument is null)),
  check ((intent_id is null) = (due_at is null)),
  check (intent_id is not null or (by_hand_since is null and returned_at is null)),
  check ((by_hand_by is null) = (by_hand_ref is null))
);
comment on column app.refund.by_hand_since is 'from then on a person pays back, and the provider is not told to pay any more';
select app.require_leaf('app.refund');
-- The answer is written once; only the money's way back is added to it.
revoke update, delete, truncate on app.refund from "${appUser}";
grant update (by_hand_since, by_hand_by, by_hand_ref, returned_at) on app.refund to "${appUser}";

-- What other rooms may read.
create view app.v_payment_refund as
  select enrolment_id, requested_at, granted, reason, release, amount_cents, currency, due_at,
         by_hand_since, returned_at
    from app.refund;
