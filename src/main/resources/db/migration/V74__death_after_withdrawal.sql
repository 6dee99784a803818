-- Somebody who withdrew may die later: both are kept, and the death is what counts.
alter table app.withdrawal drop constraint withdrawal_pkey;
alter table app.withdrawal add primary key (enrolment_id, cause);
create or replace view app.v_support_withdrawal as
  select distinct on (enrolment_id) enrolment_id, cause, note, told_by, at
    from app.withdrawal order by enrolment_id, cause desc;
comment on view app.v_support_withdrawal is 'at most one row an enrolment: the death, where one was recorded';
