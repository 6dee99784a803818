-- Who may do what. The owner (this login) makes tables; the application's login reads and writes rows.
grant usage on schema app, camunda, quartz to "${appUser}";
alter default privileges in schema app grant select, insert, update, delete on tables to "${appUser}";
alter default privileges in schema app grant usage, select on sequences to "${appUser}";
alter default privileges in schema camunda grant select, insert, update, delete on tables to "${appUser}";
alter default privileges in schema camunda grant usage, select on sequences to "${appUser}";
alter default privileges in schema quartz grant select, insert, update, delete on tables to "${appUser}";
