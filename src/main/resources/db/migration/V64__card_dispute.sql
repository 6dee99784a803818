-- A payment that the holder of the card asks back through the card company. What the company says of it is
-- kept as it says it now; each change is noted in the enrolment's leaves.
create table app.card_dispute (
  id            uuid        primary key,
  provider      text        not null,
  reference     text        not null,
  payment       text        not null,
  enrolment_id  uuid        references app.enrolment,
  intent_id     uuid        references app.payment_intent,
  amount_cents  bigint      not null check (amount_cents > 0),
  currency      text        not null check (currency ~ '^[A-Z]{3}$'),
  reason        text        not null,
  page          text,
  opened_at     timestamptz not null,
  seen_at       timestamptz not null,
  answer_by     timestamptz,
  phase         text        not null check (phase in ('inquiry', 'open', 'won', 'lost')),
  decided_at    timestamptz,
  fee_cents     bigint      not null default 0 check (fee_cents >= 0),
  booked        text        not null default 'nothing' check (booked in ('nothing', 'withheld', 'won', 'lost')),
  bookings      int         not null default 0,
  loss_account  text        references app.ledger_account,
  followed      boolean     not null default false,
  answer        text        check (answer in ('evidence-sent', 'accepted')),
  answer_note   text        check (length(answer_note) between 1 and 2000),
  answered_by   uuid        references app.account,
  answered_at   timestamptz,
  unique (provider, reference),
  check ((phase in ('won', 'lost')) = (decided_at is not null)),
  check ((enrolment_id is null) = (intent_id is null)),
  check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null)),
  check ((booked = 'lost') = (loss_account is not null))
);
comment on column app.card_dispute.reference is 'the company''s id of the dispute; payment: its id of the payment';
comment on column app.card_dispute.phase is 'inquiry: asked, nothing is withheld yet; won and lost: as the programme sees it';
comment on column app.card_dispute.booked is 'what our books say of the money; bookings counts how often that changed';
comment on column app.card_dispute.followed is 'whether its process runs';
create index card_dispute_enrolment on app.card_dispute (enrolment_id) where enrolment_id is not null;
create index card_dispute_intent on app.card_dispute (intent_id) where intent_id is not null;
create index card_dispute_undecided on app.card_dispute (opened_at) where phase in ('inquiry', 'open');
create index card_dispute_seen on app.card_dispute (seen_at);
select app.require_leaf('app.card_dispute');
revoke update, delete, truncate on app.card_dispute from "${appUser}";
grant update (amount_cents, reason, page, answer_by, phase, decided_at, fee_cents, booked, bookings,
              loss_account, followed, answer, answer_note, answered_by, answered_at)
  on app.card_dispute to "${appUser}";

-- What a card company keeps for a dispute, and what is lost when no fee was earned with the money.
alter table app.ledger_account drop constraint ledger_account_kind_check;
alter table app.ledger_account add constraint ledger_account_kind_check
  check (kind in ('asset', 'liability', 'income', 'expense'));
insert into app.ledger_account (code, kind, position) values
  ('provider-fees',  'expense', 9),
  ('dispute-losses', 'expense', 10);
alter table app.ledger_transaction drop constraint ledger_transaction_kind_check;
alter table app.ledger_transaction add constraint ledger_transaction_kind_check
  check (kind in ('capture','return','refund','given-back','package-sold','code-redeemed','code-returned',
    'invoice-issued','invoice-paid','invoice-cancelled','unmatched','dispute-opened','dispute-won',
    'dispute-lost','dispute-fee'));

-- The daily comparison reads one company's last weeks.
create index ledger_transaction_happened on app.ledger_transaction (provider, happened_at);

-- What other rooms may read.
create view app.v_payment_dispute as
  select id, provider, reference, payment, enrolment_id, amount_cents, currency, reason, page, opened_at,
         answer_by, phase, decided_at, answer, answered_at
    from app.card_dispute;

-- Who has seen the cases waits after a reversed payment as after a result, or a dispute would be a way
-- around the wait (docs/decisions/0015).
create or replace view app.v_enrolment_waited_after as
  select candidate_id, product, ended_at from app.enrolment
   where state in ('unsuccessful', 'window-ended')
      or (state in ('withdrawn', 'payment-reversed') and started_at is not null);

-- The demo's card company keeps disputes too. Empty outside the demo profile.
create table app.demo_card_dispute (
  reference    text        primary key,
  charge       text        not null references app.demo_card_charge,
  amount_cents bigint      not null,
  currency     text        not null,
  reason       text        not null,
  state        text        not null check (state in ('needs_response', 'won', 'lost')),
  fee_cents    bigint      not null,
  opened_at    timestamptz not null,
  answer_by    timestamptz not null
);
create unique index demo_card_dispute_open on app.demo_card_dispute (charge) where state = 'needs_response';
