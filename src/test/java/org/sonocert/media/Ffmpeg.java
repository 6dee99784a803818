package org.sonocert.media;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.Loader;

/** The ffmpeg programs that Maven brings, each run as a child process. */
final class Ffmpeg {
  /** Writes what the child reads on its standard input. */
  interface Feed {
    void into(OutputStream child) throws IOException;
  }

  private Ffmpeg() {}

  /** Encodes what the feed writes; the arguments stand between the program and nothing else. */
  static void encode(Feed feed, String... arguments) throws IOException {
    Process child =
        start(Loader.load(org.bytedeco.ffmpeg.ffmpeg.class), "-y -v error", arguments)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (OutputStream in = new BufferedOutputStream(child.getOutputStream(), 1 << 16)) {
      feed.into(in);
    }
    finish(child);
  }

  /** What ffprobe prints about a file. */
  static String probe(String... arguments) throws IOException {
    Process child =
        start(Loader.load(org.bytedeco.ffmpeg.ffprobe.class), "-v error", arguments).start();
    child.getOutputStream().close();
    String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    finish(child);
    return said.strip();
  }

  private static ProcessBuilder start(String program, String common, String... arguments) {
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(List.of(common.split(" ")));
    command.addAll(List.of(arguments));
    ProcessBuilder child = new ProcessBuilder(command);
    // its libraries lie beside it, but not all of them know where to look for each other
    child.environment().put("LD_LIBRARY_PATH", String.valueOf(Path.of(program).getParent()));
    return child;
  }

  private static void finish(Process child) throws IOException {
    try {
      int code = child.waitFor();
      if (code != 0) {
        throw new IOException("ffmpeg ended with code " + code);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while ffmpeg ran", e);
    }
  }
}
