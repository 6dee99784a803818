-- A second mailbox of a person: one can sign in and set a new password by it when the first one is lost.
create table app.second_address (
  account_id   uuid        primary key references app.account,
  email        text        not null unique check (email = lower(email)),
  confirmed_at timestamptz not null
);
comment on column app.second_address.confirmed_at is 'machine time';

-- An address that waits for its mailbox to answer.
create table app.address_change (
  token_hash bytea       primary key,
  account_id uuid        not null references app.account,
  email      text        not null check (email = lower(email)),
  kind       text        not null check (kind in ('main', 'second')),
  expires_at timestamptz not null,
  used_at    timestamptz
);
create index address_change_expires on app.address_change (expires_at);
create index address_change_account on app.address_change (account_id);

-- One mailbox belongs to one person, whichever of the two tables names it. Two at once wait for each other.
create function app.one_person_per_address() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('address:' || new.email, 0));
  if tg_table_name = 'account' then
    if exists (select from app.second_address s where s.email = new.email and s.account_id <> new.id) then
      raise unique_violation using message = 'the address is the second one of another account';
    end if;
  elsif exists (select from app.account a where a.email = new.email) then
    raise unique_violation using message = 'the address is the first one of an account';
  end if;
  return new;
end $$;
create trigger account_one_address before insert or update of email on app.account
  for each row execute function app.one_person_per_address();
create trigger second_address_one_address before insert or update of email on app.second_address
  for each row execute function app.one_person_per_address();

-- Who the organisation's provider says somebody is: its issuer and its subject, once linked never guessed again.
create table app.organisation_identity (
  issuer     text        not null,
  subject    text        not null,
  account_id uuid        not null references app.account,
  linked_at  timestamptz not null,
  primary key (issuer, subject),
  unique (account_id, issuer)
);
