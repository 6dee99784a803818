-- After an unsuccessful result, an ended window, or a withdrawal, a reversed payment or a failed audit after the start: bought again 30 x 24 hours later at the earliest, paid anew.
select e.id, 'was bought ' || (e.purchased_at - o.ended_at) || ' after ' || o.id || ' was ' || o.state as what
  from scope e join enrolment o on o.candidate_id = e.candidate_id and o.product = e.product and o.id <> e.id
 where (o.state in ('unsuccessful', 'window-ended') or (o.state in ('withdrawn', 'payment-reversed', 'ineligible') and o.started_at is not null))
   and o.ended_at <= e.purchased_at
   and e.purchased_at < o.ended_at + interval '720 hours'
union all
select e.id, 'was paid with the money of ' || o.enrolment_id from scope e
  join payment p on p.enrolment_id = e.id
  join payment o on o.enrolment_id <> e.id and (o.intent_id = p.intent_id or (o.reference = p.reference and o.provider = p.provider and p.provider <> 'code'))
