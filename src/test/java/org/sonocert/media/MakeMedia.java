package org.sonocert.media;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Makes all synthetic demo media, or those whose names begin as given. */
public final class MakeMedia {
  private final Path content;
  private final PrintStream out;

  private MakeMedia(Path content, PrintStream out) {
    this.content = content;
    this.out = out;
  }

  /** Arguments: the content folder, then beginnings of names; none means all. */
  public static void main(String[] args) throws IOException {
    MakeMedia maker = new MakeMedia(Path.of(args[0]), System.out);
    maker.make(List.of(args).subList(1, args.length));
  }

  private void make(List<String> wanted) throws IOException {
    Path media = Files.createDirectories(content.resolve("media"));
    for (Recipe recipe : Recipes.all()) {
      if (wanted(recipe.file(), wanted)) {
        recipe.make(media);
        said(media.resolve(recipe.file()));
      }
    }
    for (Path folder : cases()) {
      String file = folder.getFileName() + "-encounter.m4a";
      if (wanted(file, wanted)) {
        Script script = Script.parse(Files.readString(folder.resolve("script.md")));
        Narration.speak(script, media.resolve(file), folder.resolve("encounter.vtt"));
        said(media.resolve(file));
      }
    }
  }

  private static boolean wanted(String file, List<String> beginnings) {
    return beginnings.isEmpty() || beginnings.stream().anyMatch(file::startsWith);
  }

  private List<Path> cases() throws IOException {
    try (Stream<Path> folders = Files.list(content.resolve("cases"))) {
      return folders.filter(Files::isDirectory).sorted().toList();
    }
  }

  private void said(Path file) throws IOException {
    String seconds =
        Ffmpeg.probe("-show_entries", "format=duration", "-of", "csv=p=0", file.toString());
    out.printf("%s %d bytes %s s%n", file.getFileName(), Files.size(file), seconds);
  }
}
