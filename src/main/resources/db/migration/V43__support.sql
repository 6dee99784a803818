-- What candidates ask about their enrolments. The texts stand here only, never in the engine.
create table app.support_request (
  id           uuid        primary key,
  enrolment_id uuid        not null references app.enrolment,
  kind         text        not null check (kind in ('technical-problem', 'more-time',
                 'accommodation', 'name-on-certificate', 'withdrawal', 'something-else')),
  text         text        not null check (length(text) between 10 and 4000),
  page         text        check (length(page) <= 200 and page like '/%'),
  browser      text        check (length(browser) <= 200),
  asked_at     timestamptz not null,
  due_at       timestamptz,
  answer       text        check (length(answer) between 1 and 4000),
  answered_by  uuid        references app.account,
  answered_at  timestamptz,
  check ((answer is null) = (answered_at is null)),
  check ((answer is null) = (answered_by is null))
);
create index support_request_of_enrolment on app.support_request (enrolment_id, asked_at);
comment on column app.support_request.due_at is 'by when it is answered, worked out once by the process';
select app.require_leaf('app.support_request');
-- A request is written once; only the promise and the one answer are added to it.
revoke update, delete, truncate on app.support_request from "${appUser}";
grant update (due_at, answer, answered_by, answered_at) on app.support_request to "${appUser}";
