package org.sonocert.identity;

import org.sonocert.core.AccountId;

/** Every mailbox that a person has was refused for good; told in the transaction that finds it. */
public record NoMailboxAnswers(AccountId account) {}
