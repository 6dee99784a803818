package org.sonocert.payment.codes.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Tables as files for a spreadsheet, which must not take a name for a formula. */
final class Csv {
  private Csv() {}

  /** A download of rows, the first of them the heading. */
  static ResponseEntity<byte[]> file(String name, List<List<String>> rows) {
    String text =
        rows.stream()
            .map(row -> row.stream().map(Csv::cell).collect(Collectors.joining(",")))
            .collect(Collectors.joining("\r\n", "", "\r\n"));
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(text.getBytes(StandardCharsets.UTF_8));
  }

  static String cell(String value) {
    String tame = value.matches("(?s)[=+@\\t\\r-].*") ? "'" + value : value;
    return tame.matches("(?s).*[\",\\r\\n].*") ? '"' + tame.replace("\"", "\"\"") + '"' : tame;
  }
}
