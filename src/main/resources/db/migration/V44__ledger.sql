-- The books: double entry, written once. An amount above zero is a debit, below zero a credit, in
-- cents; the entries of a transaction sum to zero in each currency, or it cannot commit.
create table app.ledger_account (
  code     text primary key,
  kind     text not null check (kind in ('asset','liability','income')),
  position int  not null unique
);
insert into app.ledger_account (code, kind, position) values
  ('card-clearing',      'asset',     1),
  ('bank',               'asset',     2),
  ('invoice-receivable', 'asset',     3),
  ('disputes',           'asset',     4),
  ('refunds-payable',    'liability', 5),
  ('invoiced-fees',      'liability', 6),
  ('codes-outstanding',  'liability', 7),
  ('fees-earned',        'income',    8);
comment on table app.ledger_account is 'card-clearing: with card providers, before their charges and payouts; disputes: withheld by a provider until it is decided; invoiced-fees: billed and not earned yet; codes-outstanding: sold packages, not redeemed yet';
revoke insert, update, delete, truncate on app.ledger_account from "${appUser}";

create table app.ledger_transaction (
  id           bigint      generated always as identity primary key,
  occasion     text        not null unique,
  kind         text        not null check (kind in ('capture','return','refund','given-back',
                 'package-sold','code-redeemed','code-returned','invoice-issued','invoice-paid',
                 'invoice-cancelled','unmatched','dispute-opened','dispute-won','dispute-lost')),
  happened_at  timestamptz not null,
  enrolment_id uuid        references app.enrolment,
  intent_id    uuid        references app.payment_intent,
  provider     text        not null,
  reference    text        not null,
  xact         xid8        not null default pg_current_xact_id()
);
comment on column app.ledger_transaction.occasion is 'what happened to what, so that nothing is booked twice';
create index ledger_transaction_intent on app.ledger_transaction (intent_id);
create index ledger_transaction_provider on app.ledger_transaction (provider, reference);

create table app.ledger_entry (
  transaction_id bigint not null references app.ledger_transaction,
  account        text   not null references app.ledger_account,
  amount_cents   bigint not null check (amount_cents <> 0),
  currency       text   not null check (currency ~ '^[A-Z]{3}$'),
  primary key (transaction_id, account, currency)
);
create index ledger_entry_account on app.ledger_entry (account, currency) include (amount_cents);
revoke update, delete, truncate on app.ledger_transaction, app.ledger_entry from "${appUser}";

-- At commit: a transaction has entries, all of them its own, and they sum to zero.
create function app.check_ledger_balance() returns trigger
language plpgsql security definer set search_path = app, pg_temp as $$
declare
  booked bigint;
begin
  if tg_table_name = 'ledger_entry' then booked := new.transaction_id; else booked := new.id; end if;
  if not exists (select 1 from ledger_entry where transaction_id = booked)
     or exists (select 1 from ledger_entry where transaction_id = booked
                 group by currency having sum(amount_cents) <> 0) then
    raise exception 'ledger transaction % does not sum to zero', booked
      using errcode = 'integrity_constraint_violation';
  end if;
  if not exists (select 1 from ledger_transaction
                  where id = booked and xact = pg_current_xact_id()) then
    raise exception 'ledger transaction % was closed before', booked
      using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
create constraint trigger require_balance after insert on app.ledger_transaction
  deferrable initially deferred for each row execute function app.check_ledger_balance();
create constraint trigger require_balance after insert on app.ledger_entry
  deferrable initially deferred for each row execute function app.check_ledger_balance();

-- Books an amount from one account to another, in the statement that causes it. Nothing is booked
-- for an amount of zero, or for an occasion that was booked before.
create function app.book(occasion text, kind text, happened timestamptz, enrolment uuid, intent uuid,
                         provider text, reference text, debit text, credit text, cents bigint,
                         currency text) returns bigint
language sql volatile as $$
  with booked as (
    insert into app.ledger_transaction
           (occasion, kind, happened_at, enrolment_id, intent_id, provider, reference)
    select occasion, kind, happened, enrolment, intent, provider, reference where cents > 0
    on conflict (occasion) do nothing
    returning id),
  entries as (
    insert into app.ledger_entry
    select b.id, e.account, e.amount, book.currency
      from booked b, (values (debit, cents), (credit, -cents)) as e (account, amount)
    returning 1)
  select count(*) from entries
$$;

-- Where the money of a provider lies.
create function app.money_account(provider text) returns text
language sql immutable as $$ select case when provider in ('invoice', 'bank') then 'bank' else 'card-clearing' end $$;

-- What one code of a package was sold for.
create function app.code_price(code uuid) returns table (cents bigint, currency text)
language sql stable as $$
  select p.price_cents, p.currency
    from app.enrollment_code c join app.code_package p on p.id = c.package_id where c.id = code
$$;

-- What was bought before there were books.
select app.book('package-sold/' || id, 'package-sold', created_at, null, null, 'code', id::text,
                'invoice-receivable', 'codes-outstanding', price_cents * codes, currency)
  from app.code_package order by created_at;
select app.book('capture/' || intent_id, 'capture', captured_at, enrolment_id, intent_id, provider,
                reference, app.money_account(provider), 'fees-earned', amount_cents, currency)
  from app.payment where provider <> 'code' order by captured_at;
select app.book('code-redeemed/' || intent_id, 'code-redeemed', captured_at, enrolment_id, intent_id,
                provider, reference, 'codes-outstanding', 'fees-earned', c.cents, c.currency)
  from app.payment p, app.code_price(p.reference::uuid) c where provider = 'code' order by captured_at;
select app.book('code-returned/' || p.intent_id, 'code-returned', e.ended_at, e.id, p.intent_id,
                p.provider, p.reference, 'fees-earned', 'codes-outstanding', c.cents, c.currency)
  from app.payment p join app.enrolment e on e.id = p.enrolment_id, app.code_price(p.reference::uuid) c
 where p.provider = 'code' and e.state = 'cancelled' order by e.ended_at;
select app.book('refund/' || i.id, 'refund', i.updated_at, i.enrolment_id, i.id, i.provider,
                coalesce(i.reference, ''), case when p.intent_id is null then app.money_account(i.provider) else 'fees-earned' end,
                'refunds-payable', i.amount_cents, i.currency)
  from app.payment_intent i left join app.payment p on p.intent_id = i.id
 where i.state = 'returned' order by i.updated_at;
select app.book('given-back/' || i.id, 'given-back', i.given_back_at, i.enrolment_id, i.id, i.provider,
                coalesce(i.reference, ''), 'refunds-payable', app.money_account(i.provider), i.amount_cents,
                i.currency)
  from app.payment_intent i where i.given_back_at is not null order by i.given_back_at;
set constraints all immediate;
set constraints all deferred;
select app.require_leaf('app.ledger_transaction');

create view app.v_payment_ledger as
  select t.id, t.occasion, t.kind, t.happened_at, t.enrolment_id, t.intent_id, t.provider, t.reference,
         e.account, e.amount_cents, e.currency
    from app.ledger_transaction t join app.ledger_entry e on e.transaction_id = t.id;

-- When the demo's card company took the money and gave it back, programme time; what counts is
-- whether the quote was valid when it was taken.
alter table app.demo_card_charge add column paid_at timestamptz, add column given_back_at timestamptz;
