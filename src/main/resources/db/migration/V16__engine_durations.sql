-- The engine reads when a thing began, only to write how long it took when it ends: one statement
-- for everything that ends. The row knows when it began.
create function camunda.note_duration() returns trigger language plpgsql as
$$
begin
  if new.end_time_ is not null and new.duration_ is null then
    new.duration_ := round(extract(epoch from new.end_time_ - new.start_time_) * 1000);
  end if;
  return new;
end
$$;

create trigger note_duration before update on camunda.act_hi_procinst
  for each row execute function camunda.note_duration();
create trigger note_duration before update on camunda.act_hi_actinst
  for each row execute function camunda.note_duration();
create trigger note_duration before update on camunda.act_hi_taskinst
  for each row execute function camunda.note_duration();
