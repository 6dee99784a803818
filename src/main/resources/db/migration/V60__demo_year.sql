-- The demo begins a year ago: programme time may be behind the machine's as well as ahead of it.
alter table app.programme_clock drop constraint programme_clock_ahead_ms_check;

-- How far the demo's year is. Empty outside the demo profile.
create table app.demo_year (
  only_row    boolean     primary key default true check (only_row),
  enrolments  int         not null,
  seed        bigint      not null,
  begins_at   timestamptz not null,
  finished_at timestamptz
);
comment on column app.demo_year.finished_at is 'machine time; a year whose making was cut short is finished by the next start, without further people';
