-- A refund that a rule of the programme owes needs no manager to order it and none to approve it: the
-- rule stands in the place of both, by name.
alter table app.owed_refund add column rule text check (length(rule) between 1 and 200);
alter table app.owed_refund alter column ordered_by drop not null;
alter table app.owed_refund drop constraint owed_refund_reason_check;
alter table app.owed_refund add constraint owed_refund_reason_check check (reason in ('double-payment',
  'unmatched-payment','never-opened','product-closed','appeal-upheld','ineligible'));
alter table app.owed_refund add constraint owed_refund_by_person_or_rule check (
  (rule is null) = (ordered_by is not null));
do $$
declare found text;
begin
  for found in
    select conname from pg_constraint
     where conrelid = 'app.owed_refund'::regclass and contype = 'c'
       and pg_get_constraintdef(oid) like '%decided_by IS NULL%'
  loop
    execute format('alter table app.owed_refund drop constraint %I', found);
  end loop;
end $$;
alter table app.owed_refund add constraint owed_refund_decided check (
  case when rule is null then (decided_by is null) = (approved is null) and (decided_by is null) = (decided_at is null)
       else decided_by is null and approved and decided_at is not null end);
