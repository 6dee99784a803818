-- How near an unsuccessful candidate was, as the table of the release said when the result was recorded.
create table app.assessment_band (
  sitting_id   uuid   not null references app.sitting,
  number       int    not null,
  enrolment_id uuid   not null,
  outcomes     text[] not null check (cardinality(outcomes) > 0),
  band         text   not null check (band in ('below', 'near', 'above')),
  primary key (sitting_id, number)
);
comment on column app.assessment_band.outcomes is 'several where one alone had too few questions';
create index assessment_band_enrolment on app.assessment_band (enrolment_id);
select app.require_leaf('app.assessment_band');
revoke update, delete, truncate on app.assessment_band from "${appUser}";
