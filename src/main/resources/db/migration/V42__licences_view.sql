-- What other modules may read: which licence belongs to which account.
create view app.v_application_licence as select account_id, country, number from app.licence;
