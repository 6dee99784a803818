-- The audit trail: one leaf per enrolment and transaction, numbered without gaps, never changed.

-- The running number of each enrolment's leaves. Only the trigger below (owner's rights) writes it.
create table app.audit_stream (
  enrolment_id uuid   primary key,
  last_number  bigint not null,
  last_xact    xid8   not null
);
revoke insert, update, delete on app.audit_stream from "${appUser}";

create table app.audit_event (
  enrolment_id   uuid        not null,
  number         bigint      not null,
  type           text        not null,
  at             timestamptz not null,
  actor          text        not null,
  subject        text        not null,
  policy_release bigint,
  commitment     bytea       not null check (octet_length(commitment) = 32),
  xact           xid8        not null,
  primary key (enrolment_id, number)
);
comment on column app.audit_event.commitment is 'SHA-256(salt || canonical payload); both in audit_payload, which can be erased';
comment on column app.audit_event.actor is 'pseudonym, never a name or an address';
revoke update, delete, truncate on app.audit_event from "${appUser}";

create table app.audit_payload (
  enrolment_id uuid   not null,
  number       bigint not null,
  salt         bytea  not null check (octet_length(salt) = 32),
  payload      text   not null,
  primary key (enrolment_id, number),
  foreign key (enrolment_id, number) references app.audit_event deferrable initially deferred
);
revoke update, delete, truncate on app.audit_payload from "${appUser}";

-- Numbers a leaf under the stream's row lock and refuses a second leaf in one transaction.
create function app.number_leaf() returns trigger
language plpgsql security definer set search_path = app, pg_temp as $$
declare
  xact xid8 := pg_current_xact_id();
begin
  insert into audit_stream as s (enrolment_id, last_number, last_xact)
  values (new.enrolment_id, 1, xact)
  on conflict (enrolment_id) do update
    set last_number = s.last_number + 1, last_xact = excluded.last_xact
    where s.last_xact <> excluded.last_xact
  returning last_number into new.number;
  if new.number is null then
    raise exception 'enrolment % has a leaf in this transaction already', new.enrolment_id
      using errcode = 'integrity_constraint_violation';
  end if;
  new.xact := xact;
  return new;
end $$;
create trigger number_leaf before insert on app.audit_event
  for each row execute function app.number_leaf();

-- The payload takes the number that the leaf was given in the same transaction.
create function app.number_payload() returns trigger
language plpgsql security definer set search_path = app, pg_temp as $$
begin
  select last_number into strict new.number from audit_stream
   where enrolment_id = new.enrolment_id and last_xact = pg_current_xact_id();
  return new;
end $$;
create trigger number_payload before insert on app.audit_payload
  for each row execute function app.number_payload();

create function app.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is written once: % is refused', tg_table_name, lower(tg_op)
    using errcode = 'integrity_constraint_violation';
end $$;
create trigger written_once before update or delete on app.audit_event
  for each row execute function app.refuse_change();
create trigger never_emptied before truncate on app.audit_event
  for each statement execute function app.refuse_change();

-- At commit: a row of a registered table was written, so its enrolment has a leaf of this transaction.
create function app.check_leaf() returns trigger
language plpgsql security definer set search_path = app, pg_temp as $$
declare
  changed uuid;
begin
  if tg_op = 'DELETE' then changed := old.enrolment_id; else changed := new.enrolment_id; end if;
  if changed is not null and not exists (
    select 1 from audit_stream
     where enrolment_id = changed and last_xact = pg_current_xact_id()) then
    raise exception '% of % without an audit leaf for enrolment %', lower(tg_op), tg_table_name, changed
      using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;

-- Registers a table with a column enrolment_id for the rule above.
create function app.require_leaf(target regclass) returns void
language plpgsql as $$
begin
  execute format(
    'create constraint trigger require_leaf after insert or update or delete on %s'
    ' deferrable initially deferred for each row execute function app.check_leaf()', target);
end $$;
revoke execute on function app.require_leaf(regclass) from public;
