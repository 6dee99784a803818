-- Credentials are read before the password is compared, and a session is written when its request ends: in
-- between, somebody may take a role, disable the account or set another password, and finds no session to
-- end. So an account counts rounds, each change begins another, and a session carries the round in which its
-- credentials were read. One of an earlier round is not found any more, whenever it was written.
alter table app.account add column session_round bigint not null default 0;
comment on column app.account.session_round is 'raised by whatever signs the person out; sessions of an earlier round are over';
alter table app.spring_session add column round bigint not null default 0;

-- The library writes seven columns and no eighth: the round comes behind the name. The session that asked
-- for the others to end was lifted into the new round and stays there.
create function app.session_round() returns trigger language plpgsql as $$
begin
  if new.principal_name like '%@%' then
    new.round := split_part(new.principal_name, '@', 2)::bigint;
    new.principal_name := split_part(new.principal_name, '@', 1);
    if tg_op = 'UPDATE' and new.principal_name = old.principal_name then
      new.round := greatest(new.round, old.round);
    end if;
  end if;
  return new;
end $$;
create trigger spring_session_round before insert or update of principal_name on app.spring_session
  for each row execute function app.session_round();
