package org.sonocert.engine.check;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** Reads a form: an object becomes an element, its plain values attributes, lists repeat it. */
final class JsonReader {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(20)
                  .maxStringLength(4_000)
                  .maxNameLength(100)
                  .maxNumberLength(20)
                  .maxTokenCount(10_000)
                  .build())
          .build();

  private final String path;
  private final List<Problem> problems = new ArrayList<>();

  JsonReader(String path) {
    this.path = path;
  }

  PolicyFile read(String text) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      return file(document(parser));
    } catch (StreamConstraintsException e) {
      problems.add(new Problem(Problem.Sort.TOO_BIG, line(e), plain(e)));
    } catch (JacksonException e) {
      problems.add(new Problem(Problem.Sort.UNREADABLE, line(e), plain(e)));
    }
    return file(null);
  }

  private @Nullable Node document(JsonParser parser) {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      problems.add(new Problem(Problem.Sort.UNREADABLE, 1, "it does not begin with '{'"));
      return null;
    }
    Node root = new Node("form", parser.currentTokenLocation().getLineNr(), null);
    object(parser, root);
    if (parser.nextToken() != null) {
      int line = parser.currentTokenLocation().getLineNr();
      problems.add(new Problem(Problem.Sort.UNREADABLE, line, "something follows the form's end"));
    }
    return root;
  }

  private void object(JsonParser parser, Node node) {
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      value(parser, node, name);
    }
  }

  private void value(JsonParser parser, Node node, String name) {
    int line = parser.currentTokenLocation().getLineNr();
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      object(parser, new Node(name, line, node));
    } else if (token == JsonToken.START_ARRAY) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        item(parser, node, name);
      }
    } else {
      node.with(name, parser.getString(), line);
    }
  }

  private void item(JsonParser parser, Node node, String name) {
    Node item = new Node(name, parser.currentTokenLocation().getLineNr(), node);
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      object(parser, item);
    } else if (parser.currentToken() == JsonToken.START_ARRAY) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        item(parser, item, name);
      }
    } else {
      item.text(parser.getString());
    }
  }

  private PolicyFile file(@Nullable Node root) {
    return new PolicyFile(path, Kind.FORM, problems.isEmpty() ? root : null, problems);
  }

  private static int line(JacksonException e) {
    return e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
  }

  private static String plain(JacksonException e) {
    return e.getOriginalMessage().replaceAll("\\s+", " ");
  }
}
