-- One person, one account: a licence, by its number without spaces and signs, belongs to one account.
create table app.licence (
  country       text        not null check (country ~ '^[A-Z]{2}$'),
  number        text        not null check (number <> ''),
  account_id    uuid        not null,
  first_seen_at timestamptz not null,
  primary key (country, number)
);
create index licence_account on app.licence (account_id);

-- What the candidate said about their practice, for this application.
create table app.practice (
  enrolment_id     uuid        primary key references app.enrolment,
  profession       text        not null,
  profession_other text,
  licence_number   text        not null,
  licence_country  text        not null,
  good_standing    boolean     not null,
  practising       boolean     not null,
  stated_at        timestamptz not null
);
select app.require_leaf('app.practice');

-- How the candidate shows the fundamentals.
create table app.fundamentals (
  enrolment_id          uuid        primary key references app.enrolment,
  route                 text        not null check (route in ('certificate','waiver-examination','waiver-credential')),
  certificate_number    text,
  certificate_date      date,
  examination_date      date,
  examination_reference text,
  credential_name       text,
  credential_number     text,
  credential_until      date,
  stated_at             timestamptz not null
);
select app.require_leaf('app.fundamentals');

-- The decision on a waiver, by a person who is not the candidate. Written once.
create table app.waiver_decision (
  enrolment_id uuid        primary key references app.enrolment,
  granted      boolean     not null,
  reason       text        not null,
  decided_by   uuid        not null,
  release      bigint      not null,
  decided_at   timestamptz not null
);
select app.require_leaf('app.waiver_decision');
revoke update, delete, truncate on app.waiver_decision from "${appUser}";

-- How many cases the candidate attests, by area.
create table app.case_attestation (
  enrolment_id uuid        not null references app.enrolment,
  area         text        not null,
  cases        int         not null check (cases >= 0),
  conditions   text,
  confirmed    boolean     not null,
  attested_by  uuid        not null,
  attested_at  timestamptz not null,
  primary key (enrolment_id, area)
);
select app.require_leaf('app.case_attestation');
revoke update, delete, truncate on app.case_attestation from "${appUser}";

-- The facts that a decision on eligibility was made from, so that it can be explained later.
create table app.eligibility_facts (
  enrolment_id uuid        not null references app.enrolment,
  number       int         not null,
  release      bigint      not null,
  facts        jsonb       not null,
  gathered_at  timestamptz not null,
  primary key (enrolment_id, number)
);
select app.require_leaf('app.eligibility_facts');
revoke update, delete, truncate on app.eligibility_facts from "${appUser}";

-- What the candidate accepted before paying, each time they confirmed a quote.
create table app.rules_acceptance (
  enrolment_id   uuid        not null references app.enrolment,
  number         int         not null,
  accepted       text[]      not null,
  release        bigint      not null,
  accepted_by    uuid        not null,
  accepted_at    timestamptz not null,
  primary key (enrolment_id, number)
);
comment on column app.rules_acceptance.release is 'policy release whose rules were shown';
select app.require_leaf('app.rules_acceptance');
revoke update, delete, truncate on app.rules_acceptance from "${appUser}";

-- How an application ended that led to no purchase. Written once.
create table app.application_outcome (
  enrolment_id uuid        primary key references app.enrolment,
  outcome      text        not null check (outcome in ('not-eligible','waiver-refused','withdrawn')),
  reason       text        not null,
  release      bigint      not null,
  recorded_at  timestamptz not null
);
select app.require_leaf('app.application_outcome');
revoke update, delete, truncate on app.application_outcome from "${appUser}";

-- What other rooms may read: nothing personal beyond what their page needs.
create view app.v_application_waiver as
  select f.enrolment_id, f.route, f.examination_date, f.examination_reference, f.credential_name,
         f.credential_number, f.credential_until, w.granted, w.reason, w.decided_at
    from app.fundamentals f left join app.waiver_decision w using (enrolment_id)
   where f.route <> 'certificate';
create view app.v_application_outcome as
  select enrolment_id, outcome, reason, recorded_at from app.application_outcome;
