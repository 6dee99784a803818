-- Serial unique; at most one credential per enrolment, and one valid per candidate and product.
select c.enrolment_id, 'the serial ' || c.serial || ' is also that of ' || o.enrolment_id as what
  from credential c join scope e on e.id = c.enrolment_id
  join credential o on o.serial = c.serial and o.enrolment_id <> c.enrolment_id
union all
select c.enrolment_id, 'a second valid credential of ' || c.product || ' beside that of ' || o.enrolment_id
  from credential c join scope e on e.id = c.enrolment_id
  join credential o on o.candidate_id = c.candidate_id and o.product = c.product
                   and o.enrolment_id <> c.enrolment_id
 where c.state = 'valid' and c.replaced_at is null and o.state = 'valid' and o.replaced_at is null
union all
select e.id, 'is ' || e.state || (case when c.enrolment_id is null then ' without a' else ' with a' end) || ' credential'
  from scope e left join credential c on c.enrolment_id = e.id
 where (e.state = 'certified') <> (c.enrolment_id is not null)
union all
select c.enrolment_id, 'counts ' || c.documents || ' documents, and has ' || count(d.number)
  from credential c join scope e on e.id = c.enrolment_id
  left join credential_document d on d.enrolment_id = c.enrolment_id
 group by c.enrolment_id, c.documents having count(d.number) <> c.documents
     or coalesce(max(d.number), 0) <> c.documents
