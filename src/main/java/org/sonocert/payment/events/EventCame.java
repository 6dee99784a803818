package org.sonocert.payment.events;

/** A card company's message was kept; told in the transaction that keeps it. */
public record EventCame() {}
