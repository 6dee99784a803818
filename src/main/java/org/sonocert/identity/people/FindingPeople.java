package org.sonocert.identity.people;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Accounts by the beginning of an address or a family name, or only staff, page by page. */
@Component
public class FindingPeople {
  static final int PER_PAGE = 25;

  private final JdbcClient db;

  FindingPeople(JdbcClient db) {
    this.db = db;
  }

  /** One line of the list. */
  public record Line(UUID id, String name, String email, List<String> roles, boolean enabled) {}

  /**
   * A page of the list, in the order of addresses.
   *
   * @param next address after which the next page begins; empty when this is the last
   */
  public record Found(List<Line> lines, String next) {}

  /**
   * Looks for people.
   *
   * @param typed beginning of an address or a family name; without it all staff are listed
   * @param after the address after which the page begins, empty for the first
   */
  public Found find(String typed, String after) {
    String prefix = typed.strip().toLowerCase(Locale.ROOT);
    List<Line> lines = prefix.isEmpty() ? staff(after) : byPrefix(prefix, after);
    boolean more = lines.size() > PER_PAGE;
    return new Found(
        more ? lines.subList(0, PER_PAGE) : lines, more ? lines.get(PER_PAGE - 1).email() : "");
  }

  private List<Line> byPrefix(String prefix, String after) {
    String like = prefix.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    return lines(
        """
        a.id in (select x.id from account x where x.email like ?
                 union all select y.id from account y where lower(y.family_name) like ?
                 union all select z.account_id from second_address z where z.email = ?)""",
        after,
        like,
        like,
        prefix);
  }

  private List<Line> staff(String after) {
    return lines(
        "a.id in (select s.account_id from account_role s where s.role <> 'candidate')", after);
  }

  private List<Line> lines(String condition, String after, Object... parameters) {
    return db.sql(
            """
            select a.id, a.given_name || ' ' || a.family_name as name, a.email,
                   array(select r.role from account_role r where r.account_id = a.id order by 1),
                   a.disabled_at is null
              from account a where %s and a.email > ? order by a.email limit %d
            """
                .formatted(condition, PER_PAGE + 1))
        .params(parameters)
        .param(after)
        .query(
            (row, n) ->
                new Line(
                    row.getObject(1, UUID.class),
                    row.getString(2),
                    row.getString(3),
                    Arrays.asList((String[]) row.getArray(4).getArray()),
                    row.getBoolean(5)))
        .list();
  }
}
