package org.sonocert.assessment.content;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.sonocert.assessment.Captions;
import org.sonocert.assessment.ClinicalCase;
import org.sonocert.assessment.Stage;
import org.springframework.core.io.Resource;

/**
 * A case with everything that belongs to it, checked.
 *
 * @param content what a candidate may see, without items
 * @param hash over the file, its script, its captions and its media
 */
@SuppressWarnings("ArrayRecordComponent") // compared by the loader only
record LoadedCase(CaseFile file, ClinicalCase content, byte[] hash, List<String> problems) {

  static LoadedCase of(ContentFolder.Found<CaseFile> found, ContentFolder folder) {
    CaseFile file = found.file();
    List<String> problems =
        new ArrayList<>(
            CaseCheck.problems(file, folder.vocabulary("purposes"), folder.vocabulary("outcomes")));
    List<Stage> stages = new ArrayList<>();
    MessageDigest digest = sha256();
    digest.update(found.bytes());
    for (CaseFile.StageEntry stage : file.stages()) {
      belongings(found, stage, folder)
          .forEach(
              part -> {
                if (part.exists()) {
                  digest.update(ContentFolder.bytes(part));
                } else {
                  problems.add("there is no file " + part.getFilename());
                }
              });
      captions(found, stage, folder, problems);
      stages.add(stage(found, stage));
    }
    return new LoadedCase(file, content(file, stages), digest.digest(), problems);
  }

  private static void captions(
      ContentFolder.Found<CaseFile> found,
      CaseFile.StageEntry stage,
      ContentFolder folder,
      List<String> problems) {
    Resource file =
        stage.captions() == null ? null : folder.captions(found.file().id(), stage.captions());
    if (file != null && file.exists()) {
      Duration length = Duration.ofMillis(Math.round(stage.length() * 1000));
      Captions.check(ContentFolder.bytes(file), length)
          .forEach(f -> problems.add(stage.captions() + ":" + f.line() + " " + f.message()));
    }
  }

  private static List<Resource> belongings(
      ContentFolder.Found<CaseFile> found, CaseFile.StageEntry stage, ContentFolder folder) {
    List<Resource> parts = new ArrayList<>();
    if (stage.media() != null) {
      parts.add(folder.medium(stage.media()));
    }
    if (stage.captions() != null) {
      parts.add(folder.captions(found.file().id(), stage.captions()));
    }
    if (stage.script() != null) {
      parts.add(ContentFolder.beside(found, stage.script()));
    }
    return parts;
  }

  private static Stage stage(ContentFolder.Found<CaseFile> found, CaseFile.StageEntry s) {
    Resource script = s.script() == null ? null : ContentFolder.beside(found, s.script());
    List<Stage.Line> lines =
        script == null || !script.exists()
            ? List.of()
            : Script.read(new String(ContentFolder.bytes(script), StandardCharsets.UTF_8));
    return new Stage(
        s.id(),
        s.kind(),
        s.title(),
        s.media(),
        s.length(),
        s.captions(),
        s.noSound(),
        s.alt(),
        lines,
        s.lines(),
        Objects.requireNonNullElse(s.rows(), List.of()),
        s.points().stream().map(CaseFile.KeyPointEntry::keyPoint).toList());
  }

  private static ClinicalCase content(CaseFile file, List<Stage> stages) {
    return new ClinicalCase(
        file.id(),
        file.version(),
        file.title(),
        file.language(),
        file.summary().strip(),
        file.synthetic(),
        file.authors(),
        stages,
        List.of());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
