-- What was bought, in plain text: the rules in force at the purchase, the price and the window. Written once.
create table app.rules_receipt (
  enrolment_id   uuid        primary key references app.enrolment,
  release        bigint      not null,
  release_hash   text        not null,
  amount_cents   bigint      not null,
  currency       text        not null,
  window_seconds bigint      not null,
  given_seconds  bigint      not null,
  window_ends_at timestamptz not null,
  rules          text        not null,
  written_at     timestamptz not null
);
comment on column app.rules_receipt.window_seconds is 'the literal of the trunk''s window timer';
comment on column app.rules_receipt.given_seconds is 'what the ledger added at the purchase, accommodation for example';
select app.require_leaf('app.rules_receipt');
revoke update, delete, truncate on app.rules_receipt from "${appUser}";
