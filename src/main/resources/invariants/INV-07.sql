-- After the end: no new answer, evaluation, open task, timer or mail, but those of what ends beside it.
select e.id, 'was ended, and ' || s.form_id || ' was sent ' || s.submitted_at as what
  from scope e join task_submission s on s.enrolment_id = e.id
 where s.submitted_at > e.ended_at and s.form_id not in ('answer-support-request', 'confirm-report-of-death', 'decide-exception', 'pay-back-by-hand', 'answer-dispute')
union all
select e.id, 'was ended, and a question was answered ' || r.answered_at from scope e
  join response r on r.enrolment_id = e.id where r.answered_at > e.ended_at
union all
select e.id, 'was ended, and an evaluation came ' || v.submitted_at from scope e
  join sealed_evaluation v on v.enrolment_id = e.id where v.submitted_at > e.ended_at
union all
select e.id, 'has ended, and an evaluator is still asked' from scope e
  join nomination n on n.enrolment_id = e.id
 where e.ended_at is not null and e.id not in (select id from moving) and n.state in ('named', 'invited', 'returned')
   and not exists (select 1 from peer_result r where r.enrolment_id = e.id)
union all
select e.id, 'has ended, and ' || d.key_ || ' still runs' from scope e
  join camunda.act_ru_execution p on p.business_key_ = e.id::text and p.parent_id_ is null
  join camunda.act_re_procdef d on d.id_ = p.proc_def_id_
 where e.ended_at is not null and e.id not in (select id from moving) and d.key_ not in ('refund', 'support-request', 'exception-request', 'card-dispute')
union all
select e.id, 'has ended, and ' || o.kind || ' was written ' || o.created_at from scope e
  join outbox o on o.enrolment_id = e.id
 where o.created_at > e.ended_at
   and o.kind in ('window-reminder', 'evaluator-invitation', 'evaluator-reminder', 'evaluator-returned',
                  'evaluator-declined', 'evaluator-bounced', 'purchase-confirmed')
