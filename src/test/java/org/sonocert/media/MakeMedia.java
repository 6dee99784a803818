package org.sonocert.media;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Makes all synthetic demo media, or those whose names begin as given. */
public final class MakeMedia {
  private static final String ABOUT =
      """
      # Media of the demo cases

      Every file here is synthetic and shows no person. Pictures are simulated from a seed by
      `org.sonocert.media.MakeMedia`; voices are espeak-ng. How to make them again: `docs/media.md`.

      | File | Made by | Bytes |
      |---|---|---|
      """;

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
    StringBuilder list = new StringBuilder(ABOUT);
    for (Path folder : cases()) {
      String file = folder.getFileName() + "-encounter.m4a";
      if (wanted(file, wanted)) {
        out.println(file);
        Script script = Script.parse(Files.readString(folder.resolve("script.md")));
        Narration.speak(script, media.resolve(file), folder.resolve("encounter.vtt"));
      }
      row(list, media.resolve(file), "voices, from `%s/script.md`".formatted(folder.getFileName()));
    }
    for (Recipe recipe : Recipes.all()) {
      if (wanted(recipe.file(), wanted)) {
        out.println(recipe.file());
        recipe.make(media);
      }
      row(list, media.resolve(recipe.file()), "simulation, seed " + recipe.seed());
    }
    Files.writeString(media.resolve("MEDIA.md"), list);
  }

  private static void row(StringBuilder list, Path file, String made) throws IOException {
    list.append("| %s | %s | %d |%n".formatted(file.getFileName(), made, Files.size(file)));
  }

  private static boolean wanted(String file, List<String> beginnings) {
    return beginnings.isEmpty() || beginnings.stream().anyMatch(file::startsWith);
  }

  private List<Path> cases() throws IOException {
    try (Stream<Path> folders = Files.list(content.resolve("cases"))) {
      return folders.filter(Files::isDirectory).sorted().toList();
    }
  }
}
