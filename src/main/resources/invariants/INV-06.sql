-- Exactly one end, with its instant and its reason; nothing runs on 10 minutes after its window's end, but
-- what is decided and held.
select e.id, 'is ' || e.state || ', ended ' || coalesce(e.ended_at::text, 'never') as what from scope e
 where (e.state in ('applying', 'active', 'deciding')) <> (e.ended_at is null)
union all
select e.id, 'ended without a reason' from scope e where e.ended_at is not null and coalesce(e.end_reason, '') = ''
union all
select e.id, 'still runs, ' || (cast(:now as timestamptz) - e.window_ends_at) || ' after its window''s end' from scope e
 where e.state = 'active' and e.window_ends_at + interval '10 minutes' < :now
union all
select e.id, 'waits for a decision, and nothing holds it' from scope e
 where e.state = 'deciding' and e.id not in (select id from moving)
   and not exists (select 1 from decision_hold h where h.enrolment_id = e.id and h.closed_at is null)
union all
select e.id, 'closed as of ' || e.ended_at || ' and not of its window''s end ' || e.window_ends_at from scope e
 where e.state = 'window-ended' and e.ended_at <> e.window_ends_at
union all
select e.id, 'has ' || count(p.number) || ' ends in its audit trail' from scope e
  left join audit_payload p on p.enrolment_id = e.id and p.payload like '%"enrolment-ended"%'
 where e.ended_at is not null
 group by e.id having count(p.number) <> 1
union all
select e.id, 'is ' || e.state || ', and its audit of attested cases ' || coalesce('is ' || r.outcome, 'is not over')
  from scope e left join attestation_audit_result r on r.enrolment_id = e.id
 where e.id not in (select id from moving)
   and ((e.state = 'ineligible' and coalesce(r.outcome, '') not in ('refuted', 'unanswered'))
        or (e.ended_at is null and r.outcome in ('refuted', 'unanswered')))
