-- Who changed what about whose account, and why: written once, read on the person's page.
create table app.account_change (
  id         bigint      generated always as identity primary key,
  account_id uuid        not null references app.account,
  by_account uuid        references app.account,
  what       text        not null check (what in ('invited', 'role-granted', 'role-withdrawn', 'disabled', 'enabled',
                           'second-step-on', 'second-step-off', 'second-step-reset', 'recovery-codes-renewed',
                           'recovery-code-used', 'password-changed', 'address-changed', 'address-added',
                           'address-removed', 'organisation-linked', 'name-changed', 'data-exported')),
  detail     text        not null default '',
  reason     text        not null default '',
  at         timestamptz not null,
  check (what not in ('role-granted', 'role-withdrawn', 'disabled', 'enabled', 'second-step-reset')
         or (by_account is not null and by_account <> account_id and reason <> ''))
);
create index account_change_account on app.account_change (account_id, id desc);
comment on table app.account_change is 'machine time; by_account is null for what the person did without being signed in';
revoke update, delete, truncate on app.account_change from "${appUser}";

-- Found by the beginning of an address or a family name.
create index account_email_prefix on app.account (email text_pattern_ops);
create index account_family_name_prefix on app.account (lower(family_name) text_pattern_ops);

-- Staff come by an invitation: who invites chooses the roles, the person chooses the password.
create table app.staff_invitation (
  token_hash  bytea       primary key,
  email       text        not null check (email = lower(email)),
  given_name  text        not null,
  family_name text        not null,
  locale      text        not null,
  roles       text[]      not null,
  invited_by  uuid        not null references app.account,
  reason      text        not null,
  expires_at  timestamptz not null,
  used_at     timestamptz
);
create index staff_invitation_expires on app.staff_invitation (expires_at);
comment on column app.staff_invitation.expires_at is 'machine time, as is used_at';
