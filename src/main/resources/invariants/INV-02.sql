-- All branches passed in time: exactly one credential, once nothing is about to go on and nothing holds the
-- decision; and none while something held it.
select e.id, 'has passed assessment and evaluations, and is ' || e.state as what
  from scope e
  join assessment_result a on a.enrolment_id = e.id and a.passed
  join peer_result p on p.enrolment_id = e.id and p.passed
 where e.id not in (select id from moving)
   and ((e.state in ('active', 'deciding') and not exists (
           select 1 from decision_hold h where h.enrolment_id = e.id and h.closed_at is null))
        or (e.state = 'certified'
        and not exists (select 1 from credential c where c.enrolment_id = e.id)))
union all
select e.id, 'was awarded ' || c.awarded_at || ', while the decision was held by ' || h.kind || ' ' || h.reference
  from scope e join credential c on c.enrolment_id = e.id
  join decision_hold h on h.enrolment_id = e.id
 where h.opened_at < c.awarded_at and coalesce(h.closed_at, 'infinity') > c.awarded_at
