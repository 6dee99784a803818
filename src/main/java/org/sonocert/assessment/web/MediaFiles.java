package org.sonocert.assessment.web;

import java.time.Duration;
import java.util.Map;
import org.sonocert.assessment.content.Media;
import org.sonocert.identity.CurrentPerson;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Case media, in ranges, and only to candidates whose running sitting holds the case. */
@RestController
class MediaFiles {
  private static final Map<String, String> KINDS =
      Map.of(
          "mp4", "video/mp4",
          "m4a", "audio/mp4",
          "vtt", "text/vtt;charset=UTF-8",
          "jpg", "image/jpeg",
          "png", "image/png");

  private final CurrentPerson person;
  private final Media media;

  MediaFiles(CurrentPerson person, Media media) {
    this.person = person;
    this.media = media;
  }

  /** Spring answers a range of the resource with 206. */
  @GetMapping("/media/{caseId}/{version:\\d{1,6}}/{file:[a-z0-9-]+\\.[a-z0-9]+}")
  ResponseEntity<Resource> file(
      @PathVariable String caseId, @PathVariable int version, @PathVariable String file) {
    return media
        .of(person.id(), caseId, version, file)
        .map(found -> shown(found, file))
        .orElse(ResponseEntity.notFound().build());
  }

  /** The sample clip of the readiness check; it belongs to no case. */
  @GetMapping("/media/sample/{file:sample\\.(?:mp4|vtt)}")
  ResponseEntity<Resource> sample(@PathVariable String file) {
    return shown(media.sample(file), file);
  }

  private static ResponseEntity<Resource> shown(Resource found, String file) {
    String kind = KINDS.getOrDefault(file.substring(file.lastIndexOf('.') + 1), "");
    return kind.isEmpty()
        ? ResponseEntity.notFound().build()
        : ResponseEntity.ok()
            .cacheControl(CacheControl.maxAge(Duration.ofHours(12)).cachePrivate())
            .contentType(MediaType.parseMediaType(kind))
            .body(found);
  }
}
