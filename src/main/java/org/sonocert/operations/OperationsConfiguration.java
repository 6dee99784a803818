package org.sonocert.operations;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What must be there before anything else: the data folder, owned by this process. */
@Configuration(proxyBeanMethods = false)
class OperationsConfiguration {

  @Bean
  DataFolder dataFolder(@Value("${sonocert.data:data}") Path root) {
    return new DataFolder(root).own();
  }
}
