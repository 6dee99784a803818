-- Which key files this database belongs to: a row for each, written once.
create table app.key_file (
  name   text primary key,
  key_id text not null
);
comment on column app.key_file.key_id is 'names the key without revealing it';
insert into app.key_file (name, key_id)
select 'sealed-answers', key_id from app.sealed_evaluation order by submitted_at desc limit 1;
revoke update, delete, truncate on app.key_file from "${appUser}";
