package org.sonocert.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.sonocert.engine.FormSchema;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts what the programme knows above a task form: a number, a price, what is to be compared. */
public final class FormNotes {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private FormNotes() {}

  /** The form with a text component before its first one; one paragraph for each line. */
  public static FormSchema above(FormSchema form, List<String> lines) {
    ObjectNode root = (ObjectNode) JSON.readTree(form.json());
    ObjectNode note = JSON.createObjectNode();
    note.put("id", "Field_programme_note");
    note.put("type", "text");
    note.put("text", String.join("\n\n", lines));
    ((ArrayNode) root.path("components")).insert(0, note);
    return FormSchema.parse(root.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** What a person typed, without the signs that a form's text would read as markup. */
  public static String plain(String typed) {
    return typed.replaceAll("[^\\p{L}\\p{N} .,/&'()+:-]", " ").replaceAll("\\s+", " ").strip();
  }
}
