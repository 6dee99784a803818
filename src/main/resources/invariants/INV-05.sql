-- The window's end is purchase + what the release gives + what the ledger adds; the engine's timer says the same.
select e.id, 'ends ' || e.window_ends_at || ' and not purchase + window + ledger = ' || w.due as what
  from scope e join rules_receipt r on r.enrolment_id = e.id
 cross join lateral (
   select e.purchased_at + make_interval(secs => r.window_seconds + coalesce(sum(l.seconds), 0)) as due
     from window_entry l where l.enrolment_id = e.id) w
 where e.window_ends_at is distinct from w.due
union all
select e.id, 'was bought without a receipt' from scope e
 where e.purchased_at is not null and not exists (select 1 from rules_receipt r where r.enrolment_id = e.id)
union all
select l.enrolment_id, 'entry ' || l.number || ' has neither a rule nor a second person'
  from window_entry l join scope e on e.id = l.enrolment_id
 where l.rule is null and (l.approved_by is null or l.approved_by = l.requested_by)
union all
select e.id, 'has ' || count(j.id_) || ' window timers, due ' || coalesce(string_agg(j.duedate_::text, ', '), 'never')
              || ', the window ends ' || e.window_ends_at
  from scope e
  left join camunda.act_ru_execution p on p.business_key_ = e.id::text and p.parent_id_ is null
  left join (camunda.act_ru_job j join camunda.act_ru_jobdef d
               on d.id_ = j.job_def_id_ and d.act_id_ = 'Event_WindowClosed')
         on j.process_instance_id_ = p.id_
 where e.state = 'active'
   and e.id not in (select id from moving)
 group by e.id, e.window_ends_at
having count(j.id_) <> 1 or min(j.duedate_ at time zone 'UTC') is distinct from min(e.window_ends_at)
