package org.sonocert.engine.check;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.ext.DefaultHandler2;

/** Builds the tree while the parser reads, and stops where a file grows beyond any diagram. */
final class XmlTree extends DefaultHandler2 {
  private static final int MAX_DEPTH = 40;
  private static final int MAX_ELEMENTS = 5_000;
  private static final int MAX_ATTRIBUTE = 1_000;
  private static final int MAX_TEXT = 4_000;

  /** Ends the reading; what was wrong is already noted. */
  static final class Stop extends SAXException {
    private static final long serialVersionUID = 1L;
  }

  private final Kind kind;
  private final TagLines lines;
  private final List<Problem> problems = new ArrayList<>();
  private @Nullable Locator locator;
  private @Nullable Node root;
  private @Nullable Node current;
  private int depth;
  private int elements;
  private int textLength;

  XmlTree(Kind kind, String text) {
    this.kind = kind;
    this.lines = new TagLines(text);
  }

  @Nullable Node root() {
    return root;
  }

  List<Problem> problems() {
    return problems;
  }

  void add(Problem.Sort sort, int line, String detail) {
    problems.add(new Problem(sort, line, detail));
  }

  @Override
  public void setDocumentLocator(Locator given) {
    locator = given;
  }

  @Override
  public void startElement(String uri, String localName, String qName, Attributes attributes)
      throws SAXException {
    TagLines.Tag tag = lines.next();
    if (++depth > MAX_DEPTH) {
      tooBig(tag.line(), "elements are nested more than " + MAX_DEPTH + " deep");
    }
    if (++elements > MAX_ELEMENTS) {
      tooBig(tag.line(), "there are more than " + MAX_ELEMENTS + " elements");
    }
    Node node = new Node(Namespaces.element(kind, uri, localName), tag.line(), current);
    for (int i = 0; i < attributes.getLength(); i++) {
      int at = tag.attributes().getOrDefault(attributes.getQName(i), tag.line());
      if (attributes.getValue(i).length() > MAX_ATTRIBUTE) {
        tooBig(at, "the value of '" + attributes.getQName(i) + "' is too long");
      }
      String name = Namespaces.attribute(kind, attributes.getURI(i), attributes.getLocalName(i));
      node.with(name, attributes.getValue(i), at);
    }
    if (root == null) {
      root = node;
    }
    current = node;
    textLength = 0;
  }

  @Override
  public void endElement(String uri, String localName, String qName) {
    depth--;
    current = current == null ? null : current.parent();
    textLength = 0;
  }

  @Override
  public void characters(char[] ch, int start, int length) throws SAXException {
    textLength += length;
    if (textLength > MAX_TEXT) {
      tooBig(line(), "a text is longer than " + MAX_TEXT + " characters");
    }
    if (current != null) {
      current.text(new String(ch, start, length));
    }
  }

  @Override
  public void comment(char[] ch, int start, int length) {
    long breaks = new String(ch, start, length).chars().filter(c -> c == '\n').count();
    add(Problem.Sort.COMMENT, line() - (int) breaks, "");
  }

  @Override
  public void processingInstruction(String target, String data) {
    add(Problem.Sort.INSTRUCTION, line(), target);
  }

  @Override
  public void error(SAXParseException e) throws SAXException {
    throw e;
  }

  private void tooBig(int line, String detail) throws SAXException {
    add(Problem.Sort.TOO_BIG, line, detail);
    throw new Stop();
  }

  private int line() {
    return locator == null ? 1 : Math.max(1, locator.getLineNumber());
  }
}
