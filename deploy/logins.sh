#!/bin/sh
# Run once by the database's image on an empty volume: three logins: one migrates, one has rows only, one only reads.
set -eu
psql -v ON_ERROR_STOP=1 -v owner="$SONOCERT_OWNER_PASSWORD" -v app="$SONOCERT_APP_PASSWORD" \
  -v reader="$SONOCERT_READER_PASSWORD" \
  --username postgres --dbname postgres <<'SQL'
create role sonocert_owner login password :'owner';
create role sonocert_app   login password :'app';
create role sonocert_reader login password :'reader';
alter role sonocert_reader set default_transaction_read_only = on;
create database sonocert owner sonocert_owner encoding 'UTF8';
revoke all on database sonocert from public;
grant connect on database sonocert to sonocert_app;
grant connect on database sonocert to sonocert_reader;
SQL
