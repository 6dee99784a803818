package org.sonocert.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.sonocert.engine.check.Finding;
import org.sonocert.engine.check.Kind;
import org.sonocert.engine.check.PolicyCheck;
import org.sonocert.engine.check.StepNames;

/**
 * {@code check-policy DIR [--file-rules]}: checks the diagrams, tables and forms below a folder as
 * a deployment would, without database, engine or web server.
 */
public final class CheckPolicyCommand {
  /** What the command is called on the command line. */
  public static final String NAME = "check-policy";

  private static final String FILE_RULES = "--file-rules";
  private static final String USAGE =
      """
      Usage: check-policy DIR [--file-rules]
        DIR           the folder below which all .bpmn, .dmn and .form files are checked
        --file-rules  only the rules that need no other file
      Ends with 0 when nothing is found, 1 when something is, 2 when it could not check.""";

  private static final int CLEAN = 0;
  private static final int FOUND = 1;
  private static final int NOT_CHECKED = 2;

  private CheckPolicyCommand() {}

  /** Runs the command with the words behind its name; gives the exit code. */
  public static int run(String[] args, PrintStream out, PrintStream err) {
    return run(args, out, err, new StepScan());
  }

  static int run(String[] args, PrintStream out, PrintStream err, StepNames steps) {
    List<String> words = new ArrayList<>(List.of(args));
    boolean alone = words.remove(FILE_RULES);
    if (words.size() != 1 || words.get(0).startsWith("-")) {
      err.println(USAGE);
      return NOT_CHECKED;
    }
    try {
      Path dir = Path.of(words.get(0));
      if (!Files.isDirectory(dir)) {
        err.println("There is no folder '" + dir + "'.");
        return NOT_CHECKED;
      }
      Map<String, byte[]> files = filesBelow(dir);
      if (files.isEmpty()) {
        err.println("There is no .bpmn, .dmn or .form file below '" + dir + "'.");
        return NOT_CHECKED;
      }
      PolicyCheck check = new PolicyCheck(steps);
      List<Finding> findings = alone ? check.checkFilesAlone(files) : check.check(files);
      findings.forEach(out::println);
      err.println(files.size() + " files checked, " + findings.size() + " findings.");
      return findings.isEmpty() ? CLEAN : FOUND;
    } catch (IOException | UncheckedIOException | InvalidPathException e) {
      err.println("The folder cannot be read: " + e.getMessage());
      return NOT_CHECKED;
    }
  }

  private static Map<String, byte[]> filesBelow(Path dir) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> found = Files.walk(dir)) {
      for (Path path : found.filter(Files::isRegularFile).toList()) {
        String name = path.toString().replace('\\', '/');
        if (Kind.of(name).isPresent()) {
          files.put(name, start(path));
        }
      }
    }
    return files;
  }

  /** As much as the check needs to see that a file is too big, however big it is. */
  private static byte[] start(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(PolicyCheck.MAX_BYTES + 1);
    }
  }
}
