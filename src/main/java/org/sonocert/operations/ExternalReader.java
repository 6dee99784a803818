package org.sonocert.operations;

import org.sonocert.core.ReaderLogin;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The auditors' login of a database of one's own, where the settings name one. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression(
    "!'${spring.datasource.url:}'.isEmpty() && !'${sonocert.reader.password:}'.isEmpty()")
class ExternalReader {

  @Bean
  ReaderLogin readerLogin(
      @Value("${spring.datasource.url}") String url,
      @Value("${sonocert.reader.username}") String user,
      @Value("${sonocert.reader.password}") String password) {
    return new ReaderLogin(url, user, password);
  }
}
