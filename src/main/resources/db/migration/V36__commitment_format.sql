-- Commitments to sealed answers are keyed from format 2 on; rows that stand keep theirs.
alter table app.sealed_evaluation
  add column commitment_format int not null default 1 check (commitment_format in (1, 2));
alter table app.sealed_evaluation alter column commitment_format drop default;
comment on column app.sealed_evaluation.commitment_format is
  '1: SHA-256(salt || answers); 2: HMAC-SHA256 of purpose, 0, salt and answers with a key derived from keys/sealed-answers.key';
