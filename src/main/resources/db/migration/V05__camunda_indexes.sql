-- With hundreds of thousands of future timers, finding the due ones must not read them all.
create index act_idx_job_duedate on camunda.act_ru_job (duedate_);
