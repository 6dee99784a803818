-- A report of a death is a kind of its own, and an answer may ask for days.
alter table app.support_request drop constraint support_request_kind_check;
alter table app.support_request add constraint support_request_kind_check check (kind in
  ('technical-problem', 'more-time', 'accommodation', 'name-on-certificate', 'withdrawal',
   'report-of-death', 'something-else'));
alter table app.support_request add column days_asked int check (days_asked between 1 and 3660);
comment on column app.support_request.days_asked is
  'days for which whoever answered asked as an exception; a second person decides';
grant update (days_asked) on app.support_request to "${appUser}";

-- Who withdrew, or who told us of a death. Written once.
create table app.withdrawal (
  enrolment_id uuid        primary key references app.enrolment,
  cause        text        not null check (cause in ('candidate', 'death')),
  note         text        not null check (length(note) <= 4000),
  told_by      uuid        not null references app.account,
  at           timestamptz not null
);
select app.require_leaf('app.withdrawal');
revoke update, delete, truncate on app.withdrawal from "${appUser}";

-- What other rooms may read: that, when and about what somebody asked.
create view app.v_support_request as
  select id, enrolment_id, kind, text, asked_at, due_at, answer, answered_by, answered_at, days_asked
    from app.support_request;
create view app.v_support_withdrawal as
  select enrolment_id, cause, note, told_by, at from app.withdrawal;
