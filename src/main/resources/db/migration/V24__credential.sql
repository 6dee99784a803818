-- Credentials: what was awarded, whether it holds, and its frozen documents.

-- When the evaluations that count came in; who rated how stays sealed.
create view app.v_peerevaluation_evidence as
  select r.enrolment_id, r.passed, max(s.submitted_at) as evidence_at
    from app.peer_result r
    join app.sealed_evaluation s on s.enrolment_id = r.enrolment_id and s.outcome = 'complete'
   group by r.enrolment_id, r.passed;

-- One credential per enrolment (INV-03), as it was on the day of the award.
create table app.credential (
  enrolment_id    uuid        primary key references app.enrolment,
  serial          text        not null unique
                    check (serial ~ '^SC-[0-9]{4}-[0-9A-HJKMNP-TV-Z]{10}-[0-9A-HJKMNP-TV-Z]$'),
  candidate_id    uuid        not null,
  product         text        not null,
  scheme          text        not null check (scheme in ('certificate','certification')),
  scope           text        not null,
  areas           text[]      not null check (cardinality(areas) > 0),
  holder_name     text        not null check (holder_name <> ''),
  issuer          text        not null,
  awarded_at      timestamptz not null,
  valid_until     timestamptz not null check (valid_until > awarded_at),
  validity_reason text        not null,
  release         bigint      not null,
  decision_reason text        not null,
  state           text        not null default 'valid' check (state in ('valid','suspended','revoked')),
  state_since     timestamptz not null,
  replaced_at     timestamptz,
  documents       int         not null default 0
);
comment on column app.credential.state is 'expired is no state: valid_until says it';
comment on column app.credential.replaced_at is 'when a later award of the same product to the same person took its place';
comment on column app.credential.documents is 'how many documents are frozen; 0 is "being prepared"';
create unique index credential_one_valid on app.credential (candidate_id, product)
  where state = 'valid' and replaced_at is null;
create index credential_without_document on app.credential (awarded_at) where documents = 0;
select app.require_leaf('app.credential');
revoke update, delete, truncate on app.credential from "${appUser}";
grant update (state, state_since, replaced_at, documents) on app.credential to "${appUser}";

-- The certificate as a file, written once. The highest number is the one that is not superseded.
create table app.credential_document (
  enrolment_id uuid        not null references app.credential,
  number       int         not null check (number > 0),
  holder_name  text        not null,
  content      bytea       not null,
  sha256       bytea       not null check (sha256 = sha256(content)),
  frozen_at    timestamptz not null,
  primary key (enrolment_id, number)
);
alter table app.credential_document alter column content set storage external;
select app.require_leaf('app.credential_document');
revoke update, delete, truncate on app.credential_document from "${appUser}";
create trigger written_once before update or delete on app.credential_document
  for each row execute function app.refuse_change();

-- What other rooms may read.
create view app.v_credential_issued as
  select enrolment_id, serial, candidate_id, product, scheme, awarded_at, valid_until,
         case when state = 'valid' and replaced_at is not null then 'replaced' else state end as state,
         release, documents
    from app.credential;
