package org.sonocert.testing;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Counts JDBC executions from request to response, security and session included (a batch counts
 * once), and those of the jobs apart.
 */
@Configuration(value = "countedStatements", proxyBeanMethods = false)
public class Statements {
  private static final ThreadLocal<Count> CURRENT = new ThreadLocal<>();
  private static final AtomicInteger APART = new AtomicInteger();
  private static final List<Count> SEEN = new CopyOnWriteArrayList<>();

  /** One request and what it asked of the database. */
  public static final class Count {
    private final String action;
    private final List<String> sql = new CopyOnWriteArrayList<>();

    Count(String action) {
      this.action = action;
    }

    /** Method and path pattern. */
    public String action() {
      return action;
    }

    public int statements() {
      return sql.size();
    }

    public List<String> sql() {
      return sql;
    }
  }

  /** Every request so far. */
  public static List<Count> seen() {
    return SEEN;
  }

  /** Executions outside requests: jobs, mail, housekeeping. */
  public static int apart() {
    return APART.get();
  }

  /** Forgets what was counted. */
  public static void reset() {
    SEEN.clear();
    APART.set(0);
  }

  @Bean
  static BeanPostProcessor countingDataSource() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source && name.equals("dataSource")
            ? ProxyDataSourceBuilder.create(source).listener(new Listener()).build()
            : bean;
      }
    };
  }

  private static final class Listener implements QueryExecutionListener {
    @Override
    public void beforeQuery(ExecutionInfo info, List<QueryInfo> queries) {}

    @Override
    public void afterQuery(ExecutionInfo info, List<QueryInfo> queries) {
      Count count = CURRENT.get();
      if (count == null) {
        APART.incrementAndGet();
      } else {
        count.sql.add(queries.isEmpty() ? "" : queries.get(0).getQuery());
      }
    }
  }

  /** Opens a count for each request, before session and security. */
  @Component
  @Order(Ordered.HIGHEST_PRECEDENCE)
  static class Requests extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
      String path = request.getRequestURI().replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "{id}");
      Count count = new Count(request.getMethod() + " " + path);
      CURRENT.set(count);
      try {
        chain.doFilter(request, response);
      } finally {
        CURRENT.remove();
        SEEN.add(count);
      }
    }
  }
}
