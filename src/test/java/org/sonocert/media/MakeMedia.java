package org.sonocert.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes all synthetic demo media, or those whose names are given. */
public final class MakeMedia {
  private MakeMedia() {}

  /** Arguments: the content folder, then nothing for all or the beginnings of media names. */
  public static void main(String[] args) throws IOException {
    Path content = Path.of(args[0]);
    for (String id : args[1].split(",")) {
      Path folder = content.resolve("cases").resolve(id);
      Narration.speak(
          Script.parse(Files.readString(folder.resolve("script.md"))),
          content.resolve("media/" + id + "-encounter.m4a"),
          folder.resolve("encounter.vtt"));
    }
  }
}
