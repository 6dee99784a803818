package org.sonocert.peerevaluation.sealed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sonocert.core.SealedBox;
import org.sonocert.testing.AtOnce;

class SealTest {
  private static final byte[] PLAIN = "not for the candidate".getBytes(StandardCharsets.UTF_8);

  @TempDir Path data;

  @Test
  void theKeyIsMadeOnceAndOnlyItsOwnerReadsIt() throws Exception {
    SealKeys first = new SealKeys(data);
    SealKeys second = new SealKeys(data);
    Path file = data.resolve("keys/sealed-answers.key");
    assertThat(second.id()).isEqualTo(first.id());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(Files.readString(file)).doesNotContain(first.id());
    assertThat(Files.list(file.getParent())).containsExactly(file);
  }

  @Test
  void nodesThatShareTheFolderTakeTheSameKey() throws Exception {
    assertThat(Set.copyOf(AtOnce.all(8, () -> new SealKeys(data).id()))).hasSize(1);
    assertThat(Files.list(data.resolve("keys"))).hasSize(1);
  }

  @Test
  void eachUseHasItsOwnKey() {
    SealKeys keys = new SealKeys(data);
    assertThat(keys.derive("draft")).isNotEqualTo(keys.derive("evaluation"));
    byte[] shut = new SealedBox(keys.derive("evaluation")).seal("a", PLAIN);
    assertThatThrownBy(() -> new SealedBox(keys.derive("draft")).open("a", shut))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aSealOpensOnlyForWhatItWasMadeForAndOnlyUnchanged() {
    SealedBox box = new SealedBox(new SealKeys(data).derive("evaluation"));
    byte[] shut = box.seal("evaluation/a/1", PLAIN);
    assertThat(box.open("evaluation/a/1", shut)).isEqualTo(PLAIN);
    assertThat(new String(shut, StandardCharsets.ISO_8859_1)).doesNotContain("candidate");
    assertThat(box.seal("evaluation/a/1", PLAIN)).isNotEqualTo(shut);
    assertThatThrownBy(() -> box.open("evaluation/b/1", shut))
        .isInstanceOf(IllegalStateException.class);
    shut[shut.length - 1] ^= 1;
    assertThatThrownBy(() -> box.open("evaluation/a/1", shut))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aFileThatIsNoKeyStopsTheStart() throws Exception {
    Files.createDirectories(data.resolve("keys"));
    Files.writeString(data.resolve("keys/sealed-answers.key"), "abc");
    assertThatThrownBy(() -> new SealKeys(data)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aCodesHashBelongsToOneNominee() {
    CodeHashes hashes = new CodeHashes(new SealKeys(data));
    assertThat(hashes.of(UUID.randomUUID(), "123456"))
        .hasSize(32)
        .isNotEqualTo(hashes.of(UUID.randomUUID(), "123456"));
  }
}
