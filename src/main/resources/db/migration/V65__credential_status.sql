-- What was decided about a credential since its award, written once. The reason is not published.
create table app.credential_status_change (
  enrolment_id uuid        not null references app.credential,
  number       int         not null check (number > 0),
  state        text        not null check (state in ('valid', 'suspended', 'revoked')),
  cause        text        not null check (cause in ('payment-reversed')),
  reference    text        not null,
  at           timestamptz not null,
  primary key (enrolment_id, number)
);
comment on column app.credential_status_change.reference is 'what the cause is known by, so that whoever suspends is who reinstates';
select app.require_leaf('app.credential_status_change');
revoke update, delete, truncate on app.credential_status_change from "${appUser}";
