package org.sonocert.engine.check;

import java.io.IOException;
import java.io.StringReader;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reads XML with the JDK's own parser, locked: no DTD, no entity, no inclusion, no network. */
final class XmlReader {
  /** Another version or encoding would let the engine see other text than the check. */
  private static final Pattern DECLARATION =
      Pattern.compile(
          "<\\?xml\\s+version=[\"']1\\.0[\"'](\\s+encoding=[\"'](?i:utf-8)[\"'])?"
              + "(\\s+standalone=[\"'](yes|no)[\"'])?\\s*\\?>");

  private final String path;
  private final Kind kind;

  XmlReader(String path, Kind kind) {
    this.path = path;
    this.kind = kind;
  }

  PolicyFile read(String withMark) {
    String text = withMark.startsWith("\uFEFF") ? withMark.substring(1) : withMark;
    XmlTree tree = new XmlTree(kind, text);
    if (text.startsWith("<?xml ") && !DECLARATION.matcher(text).lookingAt()) {
      tree.add(Problem.Sort.UNREADABLE, 1, "the first line must say XML 1.0 and UTF-8");
      return file(tree, null);
    }
    try {
      SAXParser parser = lockedParser();
      parser.setProperty("http://xml.org/sax/properties/lexical-handler", tree);
      parser.parse(new InputSource(new StringReader(text)), tree);
      return file(tree, tree.root());
    } catch (XmlTree.Stop e) {
      return file(tree, null);
    } catch (SAXParseException e) {
      tree.add(sortOf(e), Math.max(1, e.getLineNumber()), plain(e));
      return file(tree, null);
    } catch (SAXException | IOException | ParserConfigurationException e) {
      tree.add(Problem.Sort.UNREADABLE, 1, String.valueOf(e.getMessage()));
      return file(tree, null);
    }
  }

  private PolicyFile file(XmlTree tree, @Nullable Node root) {
    return new PolicyFile(path, kind, root, tree.problems());
  }

  private static SAXParser lockedParser() throws ParserConfigurationException, SAXException {
    SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
    factory.setNamespaceAware(true);
    factory.setXIncludeAware(false);
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
    factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
    SAXParser parser = factory.newSAXParser();
    parser.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    parser.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
    return parser;
  }

  private static Problem.Sort sortOf(SAXParseException e) {
    String message = String.valueOf(e.getMessage());
    if (message.contains("DOCTYPE")) {
      return Problem.Sort.DTD;
    }
    return message.contains("JAXP0001") ? Problem.Sort.TOO_BIG : Problem.Sort.UNREADABLE;
  }

  private static String plain(SAXParseException e) {
    return String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
  }
}
