package org.sonocert.payment.codes.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodeFilesTest {
  @Test
  void aNameIsNoFormulaInASpreadsheetAndACommaNoColumn() {
    byte[] file =
        Csv.file("x.csv", List.of(List.of("name", "state"), List.of("=1+1", "a \"b\", c")))
            .getBody();
    assertThat(new String(file, StandardCharsets.UTF_8))
        .isEqualTo("name,state\r\n'=1+1,\"a \"\"b\"\", c\"\r\n");
  }
}
