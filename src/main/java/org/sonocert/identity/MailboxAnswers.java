package org.sonocert.identity;

import org.sonocert.core.AccountId;

/** A person whose mailboxes were refused can be written to again; told in the transaction. */
public record MailboxAnswers(AccountId account) {}
