-- At most one running enrolment per candidate and product.
select e.id, 'runs beside ' || o.id || ', the same person in ' || e.product as what
  from scope e join enrolment o on o.candidate_id = e.candidate_id and o.product = e.product and o.id <> e.id
 where e.state in ('applying', 'active', 'deciding') and o.state in ('applying', 'active', 'deciding')
