-- Which key of sealed answers this database belongs to: one row, written once.
create table app.seal_key (
  the_only boolean primary key default true check (the_only),
  key_id   text    not null
);
comment on column app.seal_key.key_id is 'names keys/sealed-answers.key without revealing it';
insert into app.seal_key (key_id) select key_id from app.sealed_evaluation
 order by submitted_at desc limit 1;
revoke update, delete, truncate on app.seal_key from "${appUser}";
