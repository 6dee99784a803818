-- Licences of people none of whose applications is open or led to a purchase are free again.
delete from app.licence l
 where not exists (select 1 from app.enrolment e
                    where e.candidate_id = l.account_id and e.state <> 'application-ended');
