package org.sonocert.identity;

import java.io.Serializable;
import java.util.Set;
import java.util.UUID;

/**
 * Who is signed in, as the session keeps it: enough for every page without asking the database.
 *
 * @param roles ids of {@link Role}
 */
public record SignedIn(UUID account, String name, Set<String> roles) implements Serializable {}
