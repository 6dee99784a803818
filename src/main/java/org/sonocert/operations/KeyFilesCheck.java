package org.sonocert.operations;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.KeyFile;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether the key files that this database belongs to still lie in the data folder, unchanged. */
@Component
public class KeyFilesCheck {
  private final JdbcClient db;
  private final Path data;

  KeyFilesCheck(JdbcClient db, @Value("${sonocert.data:data}") Path data) {
    this.db = db;
    this.data = data;
  }

  private record Kept(String name, String id) {}

  /** What is wrong, one sentence each; empty when all are right. */
  public List<String> findings() {
    List<String> found = new ArrayList<>();
    for (Kept key :
        db.sql("select name, key_id from key_file order by name")
            .query((row, n) -> new Kept(row.getString(1), row.getString(2)))
            .list()) {
      String finding = finding(key);
      if (finding != null) {
        found.add(finding);
      }
    }
    return found;
  }

  private @Nullable String finding(Kept key) {
    String name = "keys/" + key.name() + ".key";
    if (!Files.exists(data.resolve(name))) {
      return name + " is gone from the data folder; restore it before the next start";
    }
    try {
      return new KeyFile(data, key.name()).id().equals(key.id())
          ? null
          : name + " is not the key of this database any more; restore it before the next start";
    } catch (IllegalStateException e) {
      return name + " holds no key any more; restore it before the next start";
    }
  }
}
