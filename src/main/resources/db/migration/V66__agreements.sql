-- What is agreed before a first start, as versioned texts: one person writes a version, another decides.
-- Beside the policy release and not inside it, since an enrolment keeps the release it was bought
-- under, while a text that was mended holds for whoever accepts from then on (ADR 0016).
create table app.agreement_version (
  part       text        not null check (part in ('accuracy', 'confidentiality')),
  version    int         not null check (version > 0),
  reason     text        not null check (length(reason) between 1 and 500),
  written_by uuid        references app.account,
  written_at timestamptz not null,
  primary key (part, version)
);
comment on column app.agreement_version.written_by is 'null for the version that came with the programme';

create table app.agreement_text (
  part     text  not null,
  version  int   not null,
  language text  not null check (language in ('en', 'es')),
  body     text  not null check (length(body) between 1 and 8000),
  hash     bytea not null,
  primary key (part, version, language),
  foreign key (part, version) references app.agreement_version,
  check (hash = sha256(convert_to(body, 'UTF8')))
);

create table app.agreement_decision (
  part       text        not null,
  version    int         not null,
  approved   boolean     not null,
  decided_by uuid        references app.account,
  decided_at timestamptz not null,
  primary key (part, version),
  foreign key (part, version) references app.agreement_version
);

-- Whoever wrote a version does not decide about it, whatever a program says.
create function app.agreement_needs_two() returns trigger language plpgsql as $$
begin
  if exists (select from app.agreement_version v
              where (v.part, v.version) = (new.part, new.version)
                and (v.written_by is null) <> (new.decided_by is null)
                 or (v.part, v.version) = (new.part, new.version)
                and v.written_by = new.decided_by) then
    raise exception 'version % of the text % was written by the same person', new.version, new.part;
  end if;
  return new;
end $$;
create trigger agreement_needs_two before insert on app.agreement_decision
  for each row execute function app.agreement_needs_two();
revoke update, delete, truncate on app.agreement_version, app.agreement_text, app.agreement_decision
  from "${appUser}";

insert into app.agreement_version
values ('accuracy', 1, 'The text that came with the programme.', null, '2000-01-01T00:00Z'),
       ('confidentiality', 1, 'The text that came with the programme.', null, '2000-01-01T00:00Z');
insert into app.agreement_text (part, version, language, body, hash)
select part, 1, language, body, sha256(convert_to(body, 'UTF8'))
  from (values
    ('accuracy', 'en', 'What I have told the programme about my profession, my licence, my practice and my cases is accurate. If any of it changes before the result, I tell the programme.' || chr(10) || 'I will answer the assessment alone and without help.'),
    ('accuracy', 'es', 'Lo que he declarado al programa sobre mi profesión, mi licencia, mi práctica y mis casos es exacto. Si algo cambia antes del resultado, lo comunico al programa.' || chr(10) || 'Responderé la evaluación en solitario y sin ayuda.'),
    ('confidentiality', 'en', 'The cases, images, questions and answers belong to the programme.' || chr(10) || 'I will not copy, record, publish or discuss them, neither during the assessment nor afterwards.'),
    ('confidentiality', 'es', 'Los casos, las imágenes, las preguntas y las respuestas pertenecen al programa.' || chr(10) || 'No los copiaré, grabaré, publicaré ni comentaré, ni durante la evaluación ni después.')
  ) as shipped (part, language, body);
insert into app.agreement_decision
values ('accuracy', 1, true, null, '2000-01-01T00:00Z'),
       ('confidentiality', 1, true, null, '2000-01-01T00:00Z');

-- Which texts were accepted; the row of the act stays what it was.
alter table app.agreement_acceptance alter column text_version drop not null;
alter table app.agreement_acceptance alter column text_hash drop not null;
alter table app.agreement_acceptance alter column policy_release drop not null;
comment on column app.agreement_acceptance.text_version is
  'of acceptances older than the versioned texts; newer ones stand in agreement_accepted_text';
create table app.agreement_accepted_text (
  enrolment_id uuid        not null references app.agreement_acceptance,
  part         text        not null,
  version      int         not null,
  language     text        not null,
  hash         bytea       not null check (octet_length(hash) = 32),
  accepted_at  timestamptz not null,
  primary key (enrolment_id, part),
  foreign key (part, version, language) references app.agreement_text
);
create index agreement_accepted_version on app.agreement_accepted_text (part, version);
select app.require_leaf('app.agreement_accepted_text');
revoke update, delete, truncate on app.agreement_accepted_text from "${appUser}";

create view app.v_assessment_agreement as
  select enrolment_id, part, version, language, encode(hash, 'hex') as hash, accepted_at
    from app.agreement_accepted_text
  union all
  select enrolment_id, 'agreement', null, 'en', encode(text_hash, 'hex'), accepted_at
    from app.agreement_acceptance where text_hash is not null;
