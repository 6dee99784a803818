-- One person in one product, from the opened application on.
create table app.enrolment (
  id                  uuid        primary key,
  enrolment_id        uuid        generated always as (id) stored,
  candidate_id        uuid        not null,
  product             text        not null,
  state               text        not null check (state in ('applying','active','deciding','certified','unsuccessful',
                        'window-ended','cancelled','refunded','payment-reversed','ineligible','withdrawn',
                        'ended-programme-late','application-ended')),
  opened_at           timestamptz not null,
  application_release bigint      not null,
  release             bigint,
  purchased_at        timestamptz,
  window_ends_at      timestamptz,
  started_at          timestamptz,
  ended_at            timestamptz,
  end_reason          text,
  check ((purchased_at is null) = (window_ends_at is null)),
  check ((purchased_at is null) = (release is null))
);
-- INV-04: one open or active enrolment per person and product.
create unique index enrolment_one_active on app.enrolment (candidate_id, product)
  where state in ('applying','active','deciding');
create index enrolment_candidate on app.enrolment (candidate_id, opened_at desc);
create index enrolment_window on app.enrolment (window_ends_at) where state = 'active';
select app.require_leaf('app.enrolment');

-- What moves a window's end: accommodation, extension, time given back, each with reason and rule (INV-05).
create table app.window_entry (
  enrolment_id uuid        not null references app.enrolment,
  number       int         not null,
  seconds      bigint      not null check (seconds <> 0),
  kind         text        not null,
  reason       text        not null,
  rule         text,
  requested_by text        not null,
  approved_by  text,
  at           timestamptz not null,
  primary key (enrolment_id, number),
  check (rule is not null or (approved_by is not null and approved_by <> requested_by))
);
select app.require_leaf('app.window_entry');
revoke update, delete on app.window_entry from "${appUser}";
