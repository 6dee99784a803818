-- A candidate's refund: asked while not started and the window open; the amount captured, the same instrument,
-- once, in time; never both refunded and started or certified.
select e.id, 'a refund was ' || (case when r.granted then 'granted' else 'refused' end) || ', asked '
             || r.requested_at || ', started ' || coalesce(e.started_at::text, 'never') || ', window until '
             || e.window_ends_at as what
  from scope e join refund r on r.enrolment_id = e.id
 where r.granted <> ((e.started_at is null or e.started_at > r.requested_at) and r.requested_at <= e.window_ends_at)
union all
select e.id, 'a refund was granted, and it is ' || e.state || ', started ' || coalesce(e.started_at::text, 'never')
  from scope e join refund r on r.enrolment_id = e.id and r.granted
 where e.started_at is not null or e.state not in ('refunded', 'cancelled')
    or exists (select 1 from sitting s where s.enrolment_id = e.id)
    or exists (select 1 from credential c where c.enrolment_id = e.id)
union all
select e.id, 'a refund of another amount or instrument than was paid' from scope e
  join refund r on r.enrolment_id = e.id left join payment p on p.enrolment_id = e.id
 where r.intent_id is not null
   and (r.intent_id, r.amount_cents, r.currency, r.instrument)
       is distinct from (p.intent_id, p.amount_cents, p.currency, p.instrument)
union all
select e.id, 'the money is back ' || coalesce(r.returned_at::text, 'never') || ', due ' || r.due_at from scope e
  join refund r on r.enrolment_id = e.id
 where r.by_hand_since is null and (r.returned_at > r.due_at or (r.returned_at is null and r.due_at < :now))
union all
select e.id, 'is ' || e.state || ' without a right' from scope e
  left join refund r on r.enrolment_id = e.id and r.granted
 where (e.state = 'refunded') <> coalesce(r.intent_id is not null, false)
    or (e.state = 'cancelled' and r.enrolment_id is null)
