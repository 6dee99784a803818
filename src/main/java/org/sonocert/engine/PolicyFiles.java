package org.sonocert.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The files of a policy, by fixed name ({@code bpmn/x.bpmn}, {@code bpmn/x.dmn}, {@code
 * forms/x.form}), whether they come from the jar or from a folder.
 */
record PolicyFiles(Map<String, byte[]> files) {

  static PolicyFiles fromClassPath() {
    Map<String, byte[]> found = new TreeMap<>();
    try {
      for (Resource file :
          new PathMatchingResourcePatternResolver().getResources("classpath*:policy/**/*.*")) {
        String address = file.getURL().toString();
        String name = address.substring(address.lastIndexOf("policy/") + "policy/".length());
        add(found, name, file.getContentAsByteArray());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new PolicyFiles(found);
  }

  static PolicyFiles fromFolder(Path folder) {
    Map<String, byte[]> found = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        add(found, folder.relativize(file).toString(), Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The policy folder " + folder + " cannot be read", e);
    }
    return new PolicyFiles(found);
  }

  private static void add(Map<String, byte[]> found, String name, byte[] content) {
    String plain = name.substring(name.lastIndexOf('/') + 1);
    if (plain.endsWith(".bpmn") || plain.endsWith(".dmn")) {
      found.put("bpmn/" + plain, content);
    } else if (plain.endsWith(".form")) {
      found.put("forms/" + plain, content);
    }
  }

  /** SHA-256 over names, contents and the catalogue's version, hexadecimal. */
  String hash(String catalogueVersion) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(catalogueVersion.getBytes(StandardCharsets.UTF_8));
      files.forEach(
          (name, content) -> {
            digest.update((byte) 0);
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(content);
          });
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
