-- Who looked at which enrolment in the auditors' room; written once. No leaf: nothing was changed.
create table app.audit_look (
  id        uuid        primary key,
  looked_at timestamptz not null,
  subject   uuid        not null,
  auditor   uuid        not null
);
comment on column app.audit_look.subject is 'the enrolment';
create index audit_look_subject on app.audit_look (subject, looked_at desc);
revoke update, delete, truncate on app.audit_look from "${appUser}";

-- Auditors search by product, outcome and period, page by page, whatever has gathered over the years.
-- The board's questions by date walk along the same index.
drop index app.enrolment_opened;
create index enrolment_opened on app.enrolment (opened_at desc, id desc);
create index enrolment_product_opened on app.enrolment (product, opened_at desc, id desc);
create index enrolment_state_opened on app.enrolment (state, opened_at desc, id desc);
