-- All branches passed in time: exactly one credential, once nothing is about to go on.
select e.id, 'has passed assessment and evaluations, and is ' || e.state as what
  from scope e
  join assessment_result a on a.enrolment_id = e.id and a.passed
  join peer_result p on p.enrolment_id = e.id and p.passed
 where e.id not in (select id from moving)
   and (e.state = 'active' or (e.state = 'certified'
        and not exists (select 1 from credential c where c.enrolment_id = e.id)))
