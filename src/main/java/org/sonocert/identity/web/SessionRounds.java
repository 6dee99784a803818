package org.sonocert.identity.web;

import java.util.Map;
import org.sonocert.identity.OfRound;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.IndexResolver;
import org.springframework.session.Session;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/**
 * Ends a session with the round of its account, without a statement of its own: the row carries the
 * round in which the credentials were read, and one of an earlier round is not found.
 */
final class SessionRounds implements IndexResolver<Session> {
  private static final String ROWS =
      """
      select s.primary_id, s.session_id, s.creation_time, s.last_access_time,
             s.max_inactive_interval, sa.attribute_name, sa.attribute_bytes
        from %TABLE_NAME% s
        left join %TABLE_NAME%_attributes sa on s.primary_id = sa.session_primary_id
       where not exists (select from account a
                          where a.id = s.principal_name::uuid and a.session_round > s.round)
         and\s""";

  /** Whose session it is and of which round, as a trigger takes it apart again. */
  @Override
  public Map<String, String> resolveIndexesFor(Session session) {
    return session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
                instanceof SecurityContext context
            && context.getAuthentication() != null
            && context.getAuthentication().getPrincipal() instanceof OfRound person
        ? Map.of(
            FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME,
            person.account() + "@" + person.round())
        : Map.of();
  }

  void apply(JdbcIndexedSessionRepository sessions) {
    sessions.setIndexResolver(this);
    sessions.setGetSessionQuery(ROWS + "s.session_id = ?");
    sessions.setListSessionsByPrincipalNameQuery(ROWS + "s.principal_name = ?");
  }
}
