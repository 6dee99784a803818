-- Invoices: a quote whose price is kept until the invoice is due. Written once; how it ended is added once.
create sequence app.invoice_number;
create table app.invoice (
  id           uuid        primary key,
  number       text        not null unique,
  enrolment_id uuid        not null references app.enrolment,
  intent_id    uuid        not null unique references app.payment_intent,
  amount_cents bigint      not null check (amount_cents > 0),
  currency     text        not null,
  issued_at    timestamptz not null,
  due_at       timestamptz not null,
  state        text        not null default 'open' check (state in ('open','paid','cancelled')),
  settled_at   timestamptz,
  settled_by   uuid        references app.account,
  reference    text        check (length(reference) between 1 and 100),
  paid_on      date,
  reason       text        check (length(reason) between 1 and 500),
  check ((state = 'open') = (settled_at is null)),
  check ((state = 'paid') = (paid_on is not null)),
  check ((state = 'paid') = (reference is not null)),
  check ((state = 'cancelled') = (reason is not null)),
  check (state <> 'paid' or settled_by is not null)
);
comment on column app.invoice.due_at is 'the last instant of the last day on which its price can be paid';
comment on column app.invoice.settled_by is 'who marked it; null when it was cancelled because nothing was left to pay';
create unique index invoice_one_open on app.invoice (enrolment_id) where state = 'open';
create index invoice_open on app.invoice (due_at) where state = 'open';
select app.require_leaf('app.invoice');
revoke update, delete, truncate on app.invoice from "${appUser}";
grant update (state, settled_at, settled_by, reference, paid_on, reason) on app.invoice to "${appUser}";

-- An invoice's attempt is no card company's: nobody asks for it, and it outlives the quote.
drop index app.payment_intent_unsettled;
create index payment_intent_unsettled on app.payment_intent (created_at)
  where provider <> 'invoice' and (state = 'open' or (state = 'returned' and given_back_at is null));
