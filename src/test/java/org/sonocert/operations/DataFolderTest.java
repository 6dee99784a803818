package org.sonocert.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One process owns a data folder. */
class DataFolderTest {

  @Test
  void aSecondOwnerIsRefusedUntilTheFirstLetsGo(@TempDir Path root) {
    DataFolder first = new DataFolder(root).own();
    assertThatThrownBy(() -> new DataFolder(root).own())
        .isInstanceOf(DataFolder.DataFolderInUse.class)
        .hasMessageContaining("SONOCERT_DATA");
    first.close();
    new DataFolder(root).own().close();
  }

  @Test
  void secretsAreReadableByTheirOwnerOnly(@TempDir Path root) throws IOException {
    try (DataFolder folder = new DataFolder(root).own()) {
      folder.writePrivate("keys/secret", "x");
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(root.resolve("keys/secret"))))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void aNumberThatIsNoServerIsLeftAlone(@TempDir Path root) throws IOException {
    Files.writeString(root.resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n");
    OrphanedServer.end(root);
    assertThat(ProcessHandle.current().isAlive()).isTrue();
    assertThat(root.resolve("postmaster.pid")).doesNotExist();
  }
}
