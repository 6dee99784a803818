package org.sonocert.engine.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An element of a diagram, a table or a form as the rules see it, wherever it came from: a file,
 * the engine's own tree, or JSON (an object is an element, its plain values are attributes).
 */
public final class Node {
  /** An attribute's value and the line where it stands. */
  public record Attribute(String value, int line) {}

  private final String name;
  private final int line;
  private final @Nullable Node parent;
  private final Map<String, Attribute> attributes = new LinkedHashMap<>();
  private final List<Node> children = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  /** An element below the given parent; names carry the prefixes of {@link Namespaces}. */
  public Node(String name, int line, @Nullable Node parent) {
    this.name = name;
    this.line = line;
    this.parent = parent;
    if (parent != null) {
      parent.children.add(this);
    }
  }

  /** An element named by its namespace, as a parser reports it. */
  public static Node ofElement(
      Kind kind, @Nullable String uri, String localName, int line, @Nullable Node parent) {
    return new Node(Namespaces.element(kind, uri, localName), line, parent);
  }

  /** Adds an attribute named by its namespace, as a parser reports it. */
  public void withAttribute(
      Kind kind, @Nullable String uri, String localName, String value, int atLine) {
    with(Namespaces.attribute(kind, uri, localName), value, atLine);
  }

  /** Adds an attribute; used by whoever reads the source. */
  public Node with(String attribute, String value, int atLine) {
    attributes.put(attribute, new Attribute(value, atLine));
    return this;
  }

  /** Adds text; used by whoever reads the source. */
  public Node text(CharSequence more) {
    text.append(more);
    return this;
  }

  /** The name with its agreed prefix, like {@code userTask} or {@code camunda:in}. */
  public String name() {
    return name;
  }

  /** The line where the element begins. */
  public int line() {
    return line;
  }

  /** The element around this one. */
  public @Nullable Node parent() {
    return parent;
  }

  /** The elements directly inside. */
  public List<Node> children() {
    return children;
  }

  /** The elements of one name directly inside. */
  public List<Node> children(String childName) {
    return children.stream().filter(child -> child.name.equals(childName)).toList();
  }

  /** The first element of one name directly inside. */
  public @Nullable Node child(String childName) {
    return children.stream().filter(child -> child.name.equals(childName)).findFirst().orElse(null);
  }

  /** All attributes in their order. */
  public Map<String, Attribute> attributes() {
    return attributes;
  }

  /** An attribute's value, or null where there is none. */
  public @Nullable String value(String attribute) {
    Attribute found = attributes.get(attribute);
    return found == null ? null : found.value();
  }

  /** An attribute's value, or the given one where there is none. */
  public String value(String attribute, String otherwise) {
    Attribute found = attributes.get(attribute);
    return found == null ? otherwise : found.value();
  }

  /** The line of an attribute, or of the element where there is none. */
  public int lineOf(String attribute) {
    Attribute found = attributes.get(attribute);
    return found == null ? line : found.line();
  }

  /** The text directly inside, without the white space around it. */
  public String text() {
    return text.toString().strip();
  }

  /** The element's id, or an empty text. */
  public String id() {
    return value("id", "");
  }

  /** What to call this element when talking to a person: its name in the diagram, or its id. */
  public String title() {
    String label = value("name", "");
    return label.isBlank() ? (id().isBlank() ? name : id()) : label;
  }

  /** This element and all below it, in the order of the file. */
  public Stream<Node> walk() {
    return Stream.concat(Stream.of(this), children.stream().flatMap(Node::walk));
  }

  /** All elements of these names, this one included. */
  public List<Node> all(String... names) {
    List<String> wanted = List.of(names);
    return walk().filter(node -> wanted.contains(node.name)).toList();
  }

  /** Whether the element around this one has this name. */
  public boolean isIn(String parentName) {
    return parent != null && parent.name.equals(parentName);
  }
}
