package org.sonocert.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.sonocert.Sonocert;
import org.sonocert.engine.clock.JobSwitch;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/**
 * The whole product in its demo profile on a database of the bench. Only the engine's jobs run:
 * mail stays in the outbox, certificates are not printed, housekeeping stands still.
 */
final class Product implements AutoCloseable {
  private final ConfigurableApplicationContext parts;
  private final Database database;
  private final AtomicReference<Counting> counting = new AtomicReference<>();

  Product(Server server) {
    String url = server.create("sonocert");
    SpringApplication application = new SpringApplication(Sonocert.class);
    application.setAdditionalProfiles("demo");
    application.addInitializers(this::prepare);
    parts =
        application.run(
            "--logging.level.root=warn",
            "--logging.level.org.camunda=off",
            "--server.port=0",
            "--management.server.port=0",
            "--sonocert.data=" + server.folder().resolve("data"),
            "--sonocert.demo.password=nobody signs in here",
            "--sonocert.jobs=false",
            "--spring.quartz.auto-startup=false",
            "--spring.datasource.url=" + url,
            "--spring.datasource.username=sonocert_app",
            "--spring.datasource.password=" + Server.PASSWORD,
            "--spring.datasource.hikari.maximum-pool-size=" + Database.POOL,
            "--spring.flyway.user=sonocert_owner",
            "--spring.flyway.password=" + Server.PASSWORD);
    parts.getBeansOfType(JobSwitch.class).values().forEach(JobSwitch::pause);
    database = new Database(url, Objects.requireNonNull(counting.get()));
  }

  /** Keeps the tests' own beans out and puts the counting pool before everything. */
  private void prepare(ConfigurableApplicationContext context) {
    context.getBeanFactory().registerSingleton("productOnly", new ProductOnly());
    context
        .getBeanFactory()
        .addBeanPostProcessor(
            new BeanPostProcessor() {
              @Override
              public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof HikariDataSource pool && name.equals("dataSource")) {
                  counting.set(new Counting(pool));
                  return counting.get();
                }
                return bean;
              }
            });
  }

  <T> T part(Class<T> type) {
    return parts.getBean(type);
  }

  Database database() {
    return database;
  }

  /** The engine's job executor, which the lifecycle left alone. */
  JobExecutor jobs() {
    return ((ProcessEngineConfigurationImpl)
            part(ProcessEngine.class).getProcessEngineConfiguration())
        .getJobExecutor();
  }

  @Override
  public void close() {
    parts.close();
    database.close();
  }

  /** Tests stand on the same class path, and some of them bring beans. */
  private static final class ProductOnly extends TypeExcludeFilter {
    @Override
    public boolean match(MetadataReader reader, MetadataReaderFactory factory) throws IOException {
      return reader.getResource().getURL().toString().contains("/test-classes/");
    }
  }
}
