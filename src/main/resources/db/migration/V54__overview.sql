-- What the managers' board reads: views of what is open now, and of the last months by date. Each
-- question has an index of its own, so that none reads the whole history.
create index enrolment_opened on app.enrolment (opened_at);
create index enrolment_purchased on app.enrolment (purchased_at) where purchased_at is not null;
create index enrolment_started on app.enrolment (started_at) where started_at is not null;
create index enrolment_ended on app.enrolment (ended_at) where ended_at is not null;
create index peer_result_decided on app.peer_result (decided_at);
create index eligibility_first_gathered on app.eligibility_facts (gathered_at) where number = 1;

create view app.v_enrolment_overview as
  select id as enrolment_id, candidate_id, product, state, opened_at, release, purchased_at,
         window_ends_at, started_at, ended_at, end_reason
    from app.enrolment;

-- Applications whose facts were decided on and not refused.
create view app.v_application_eligible as
  select f.enrolment_id, f.gathered_at as eligible_at from app.eligibility_facts f
   where f.number = 1
     and not exists (select 1 from app.application_outcome o
                      where o.enrolment_id = f.enrolment_id and o.outcome = 'not-eligible');

-- Tasks that are open now, each with the group that may do it.
create view app.v_engine_open_task as
  select t.id_ as task_id, p.business_key_ as enrolment_key, i.group_id_ as group_id,
         d.key_ as process, t.create_time_ at time zone 'UTC' as created_at,
         t.due_date_ at time zone 'UTC' as due_at
    from camunda.act_ru_task t
    join camunda.act_ru_execution p on p.id_ = t.proc_inst_id_
    join camunda.act_re_procdef d on d.id_ = t.proc_def_id_
    join camunda.act_ru_identitylink i on i.task_id_ = t.id_ and i.type_ = 'candidate';
