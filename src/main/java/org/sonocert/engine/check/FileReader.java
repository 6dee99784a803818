package org.sonocert.engine.check;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Turns bytes into a {@link PolicyFile}, whatever the bytes are. */
final class FileReader {
  private FileReader() {}

  static PolicyFile read(String path, Kind kind, byte[] bytes) {
    if (bytes.length > PolicyCheck.MAX_BYTES) {
      return failed(path, kind, Problem.Sort.TOO_BIG, "the file is larger than 256 kB");
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      text = text.replace("\r\n", "\n").replace('\r', '\n');
      return kind == Kind.FORM
          ? new JsonReader(path).read(text)
          : new XmlReader(path, kind).read(text);
    } catch (CharacterCodingException e) {
      return failed(path, kind, Problem.Sort.UNREADABLE, "it is not saved as UTF-8 text");
    }
  }

  private static PolicyFile failed(String path, Kind kind, Problem.Sort sort, String detail) {
    return new PolicyFile(path, kind, null, List.of(new Problem(sort, 1, detail)));
  }
}
