package org.sonocert.operations;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What must be there before anything else: the data folder, owned by this process. */
@Configuration(proxyBeanMethods = false)
class OperationsConfiguration {

  @Bean
  DataFolder dataFolder(@Value("${sonocert.data:data}") Path root) {
    DataFolder folder = new DataFolder(root).own();
    if (Files.exists(folder.resolve(DataFolder.UNFINISHED))) {
      throw new StartRefused(
          "Sonocert does not start: ",
          List.of(
              "a restore into the data folder "
                  + root
                  + " was broken off; empty the folder and restore again"));
    }
    return folder;
  }
}
