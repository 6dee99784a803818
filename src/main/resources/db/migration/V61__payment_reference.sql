-- Managers look payments up by what their provider calls them.
create index payment_reference on app.payment (reference);
