-- Case-based assessment: content that never changes once loaded, sittings, answers, scores and results.

-- A clinical scenario. `content` is what a candidate may see; items stand apart, their keys apart again.
create table app.clinical_case (
  id        text        not null,
  version   int         not null check (version > 0),
  area      text        not null,
  title     text        not null,
  language  text        not null,
  content   jsonb       not null,
  hash      bytea       not null check (octet_length(hash) = 32),
  loaded_at timestamptz not null,
  primary key (id, version)
);
comment on column app.clinical_case.hash is 'SHA-256 of the case as loaded, its captions, script and media included';

create table app.item (
  case_id      text    not null,
  case_version int     not null,
  id           text    not null,
  number       int     not null,
  kind         text    not null check (kind in ('single', 'multiple')),
  purpose      text    not null,
  outcome      text    not null,
  content      jsonb   not null,
  primary key (case_id, case_version, id),
  foreign key (case_id, case_version) references app.clinical_case
);
create table app.item_key (
  case_id      text    not null,
  case_version int     not null,
  item_id      text    not null,
  scored       boolean not null,
  correct      text[]  not null check (cardinality(correct) > 0),
  rationale    text    not null,
  primary key (case_id, case_version, item_id),
  foreign key (case_id, case_version, item_id) references app.item
);
comment on table app.item_key is 'Read by scoring only; nothing of it goes to a browser';

-- A test form: which cases in which order, and the cut with method, panel and date.
create table app.test_form (
  id          text        not null,
  version     int         not null check (version > 0),
  area        text        not null,
  title       text        not null,
  language    text        not null,
  note        text,
  cut_percent int         not null check (cut_percent between 1 and 100),
  cut_method  text        not null,
  cut_panel   text,
  cut_date    date        not null,
  released_at timestamptz not null,
  hash        bytea       not null check (octet_length(hash) = 32),
  loaded_at   timestamptz not null,
  primary key (id, version)
);
create index test_form_area on app.test_form (area, released_at desc);
create table app.test_form_case (
  form_id      text not null,
  form_version int  not null,
  number       int  not null,
  case_id      text not null,
  case_version int  not null,
  primary key (form_id, form_version, number),
  unique (form_id, form_version, case_id),
  foreign key (form_id, form_version) references app.test_form,
  foreign key (case_id, case_version) references app.clinical_case
);
revoke update, delete on app.clinical_case, app.item, app.item_key, app.test_form, app.test_form_case
  from "${appUser}";

-- The agreement as it was accepted before the first assessment started; its text is that of the task form.
create table app.agreement_acceptance (
  enrolment_id   uuid        primary key references app.enrolment,
  text_version   text        not null,
  text_hash      bytea       not null check (octet_length(text_hash) = 32),
  policy_release bigint      not null,
  accepted_by    uuid        not null,
  accepted_at    timestamptz not null
);
select app.require_leaf('app.agreement_acceptance');
create table app.readiness_check (
  enrolment_id uuid        primary key references app.enrolment,
  results      jsonb       not null,
  warnings     text[]      not null,
  checked_at   timestamptz not null
);
select app.require_leaf('app.readiness_check');
revoke update, delete on app.agreement_acceptance, app.readiness_check from "${appUser}";

-- One sitting per enrolment and area: opened and started in one transaction, before the first medium is shown.
create table app.sitting (
  id           uuid        primary key,
  enrolment_id uuid        not null references app.enrolment,
  candidate_id uuid        not null,
  area         text        not null,
  form_id      text        not null,
  form_version int         not null,
  cut_percent  int         not null,
  screen       text        not null,
  started_at   timestamptz not null,
  finished_at  timestamptz,
  unique (enrolment_id, area),
  foreign key (form_id, form_version) references app.test_form
);
comment on column app.sitting.cut_percent is 'the cut in force when the sitting was started; this one counts';
comment on column app.sitting.screen is 'as the browser said at the start, "unknown" without script, "… anyway" when it was too small';
create index sitting_candidate on app.sitting (candidate_id, form_id, form_version);
select app.require_leaf('app.sitting');
revoke delete on app.sitting from "${appUser}";
revoke update on app.sitting from "${appUser}";
grant update (finished_at) on app.sitting to "${appUser}";

-- Where the candidate was. A convenience and no fact, so it has no leaf.
create table app.sitting_position (
  sitting_id uuid         primary key references app.sitting,
  stage      int          not null check (stage >= 0),
  second     numeric(7,2) not null check (second >= 0),
  saved_at   timestamptz  not null
) with (fillfactor = 50);

-- One final answer per item; never changed.
create table app.response (
  sitting_id   uuid        not null references app.sitting,
  item_id      text        not null,
  enrolment_id uuid        not null,
  number       int         not null,
  case_id      text        not null,
  case_version int         not null,
  chosen       text[]      not null check (cardinality(chosen) > 0),
  answered_at  timestamptz not null,
  primary key (sitting_id, item_id),
  unique (sitting_id, number),
  foreign key (case_id, case_version, item_id) references app.item
);
select app.require_leaf('app.response');
revoke update, delete on app.response from "${appUser}";

create table app.sitting_score (
  sitting_id    uuid        primary key references app.sitting,
  enrolment_id  uuid        not null,
  form_id       text        not null,
  form_version  int         not null,
  scored_items  int         not null check (scored_items > 0),
  correct_items int         not null check (correct_items between 0 and scored_items),
  score_percent int         not null check (score_percent between 0 and 100),
  cut_percent   int         not null,
  by_outcome    jsonb       not null,
  scored_at     timestamptz not null
);
select app.require_leaf('app.sitting_score');
create table app.assessment_result (
  sitting_id     uuid        primary key references app.sitting,
  enrolment_id   uuid        not null,
  passed         boolean     not null,
  score_percent  int         not null,
  reason         text        not null,
  policy_release bigint      not null,
  recorded_at    timestamptz not null
);
create index assessment_result_enrolment on app.assessment_result (enrolment_id);
select app.require_leaf('app.assessment_result');
revoke update, delete on app.sitting_score, app.assessment_result from "${appUser}";

-- Published views.
create view app.v_assessment_released_areas as select distinct area from app.test_form;
create view app.v_assessment_progress as
  select s.enrolment_id, s.area, s.started_at, s.finished_at,
         (select count(*) from app.response r where r.sitting_id = s.id)::int as answered,
         (select count(*) from app.test_form_case c join app.item i using (case_id, case_version)
           where c.form_id = s.form_id and c.form_version = s.form_version)::int as items
    from app.sitting s;
create view app.v_assessment_result as
  select r.enrolment_id, s.area, r.passed, r.reason, r.recorded_at, s.form_id, s.form_version,
         s.finished_at as evidence_at
    from app.assessment_result r join app.sitting s on s.id = r.sitting_id;
comment on view app.v_assessment_result is 'pass or unsuccessful only: no raw score leaves the module';
