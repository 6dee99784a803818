-- Running means exactly one captured payment, at its quote's price; our books say what the provider's say.
select e.id, 'is ' || e.state || ' with ' || count(i.id) || ' captured payments' as what
  from scope e left join payment_intent i on i.enrolment_id = e.id and i.state = 'captured'
 group by e.id, e.state
having count(i.id) > 1 or (e.state in ('active', 'deciding', 'certified', 'unsuccessful', 'window-ended') and count(i.id) <> 1)
    or (e.state = 'refunded' and count(i.id) <> 0 and e.id not in (select id from moving))
    or (e.state in ('applying', 'application-ended') and count(i.id) <> 0)
union all
select e.id, 'paid ' || p.amount_cents || ' ' || p.currency || ' for a quote of ' || q.amount_cents || ' ' || q.currency
  from scope e join payment p on p.enrolment_id = e.id join quote q on q.id = p.quote_id
 where (p.amount_cents, p.currency) is distinct from (q.amount_cents, q.currency)
union all
select e.id, 'was bought without a payment' from scope e
 where e.purchased_at is not null and not exists (select 1 from payment p where p.enrolment_id = e.id)
union all
select e.id, 'says ' || i.state || ' of ' || i.reference || ', of which the provider says ' || c.state
  from scope e join payment_intent i on i.enrolment_id = e.id
  join demo_card_charge c on c.reference = i.reference and i.provider = 'demo-card'
  left join owed_refund o on o.provider = i.provider and o.reference = i.reference and o.given_back_at is not null
 where (i.state = 'captured' and o.id is null and c.state <> 'succeeded')
    or (i.given_back_at is not null or o.id is not null) <> (c.state = 'given-back')
    or (c.amount_cents, c.currency) is distinct from (i.amount_cents, i.currency)
union all
select e.id, 'was bought with the code … ' || k.ending || ', which also paid for ' || o.enrolment_id
  from scope e join payment p on p.enrolment_id = e.id and p.provider = 'code'
  join payment o on o.provider = 'code' and o.reference = p.reference and o.enrolment_id <> e.id
  join enrollment_code k on k.enrolment_id = e.id
  join enrolment other on other.id = o.enrolment_id
 where other.state not in ('cancelled', 'refunded', 'ineligible') and e.state not in ('cancelled', 'refunded', 'ineligible')
union all
select e.id, 'paid ' || p.amount_cents || ', and the books say ' || coalesce(b.cents::text, 'nothing')
  from scope e join payment p on p.enrolment_id = e.id and p.provider <> 'code' and p.amount_cents > 0
  left join lateral (
    select sum(l.amount_cents) as cents from ledger_transaction t join ledger_entry l on l.transaction_id = t.id
     where t.occasion = 'capture/' || p.intent_id and l.amount_cents > 0) b on true
 where b.cents is distinct from p.amount_cents
union all
select e.id, 'is ' || e.state || ', and ' || count(d.id) || ' disputes of its payment are lost' from scope e
  join payment p on p.enrolment_id = e.id
  left join card_dispute d on d.intent_id = p.intent_id and d.phase = 'lost'
 where e.state = 'payment-reversed' or d.id is not null
 group by e.id, e.state
having (e.state = 'payment-reversed' and count(d.id) = 0
        and not exists (select 1 from card_dispute w where w.enrolment_id = e.id and w.phase = 'won'))
    or e.state in ('active', 'deciding')
union all
select e.id, 'was awarded and its payment reversed, and the credential is ' || c.state from scope e
  join credential c on c.enrolment_id = e.id
  join payment p on p.enrolment_id = e.id
  join card_dispute d on d.intent_id = p.intent_id and d.phase = 'lost'
 where c.state = 'valid'
union all
select e.id, 'disputes ' || d.reference || ', ' || d.phase || ', and the books withhold ' || coalesce(b.cents, 0)
  from scope e join card_dispute d on d.enrolment_id = e.id
  left join lateral (
    select sum(l.amount_cents) as cents from ledger_transaction t join ledger_entry l on l.transaction_id = t.id
     where t.occasion like 'dispute-%/' || d.id || '/%' and l.account = 'disputes') b on true
 where coalesce(b.cents, 0) <> case when d.phase = 'open' then d.amount_cents else 0 end
