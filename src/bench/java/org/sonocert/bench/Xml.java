package org.sonocert.bench;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The little DOM that the translations need. */
final class Xml {
  private Xml() {}

  static Document read(String text) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  static String write(Document document) {
    try {
      StringWriter out = new StringWriter();
      TransformerFactory.newDefaultInstance()
          .newTransformer()
          .transform(new DOMSource(document), new StreamResult(out));
      return out.toString();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** All elements of that local name, in a list that stays as it is. */
  static List<Element> all(Document document, String name) {
    NodeList found = document.getElementsByTagNameNS("*", name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  static List<Element> children(Element parent) {
    List<Element> elements = new ArrayList<>();
    for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element element) {
        elements.add(element);
      }
    }
    return elements;
  }

  /** The attributes of a namespace, taken off the element. */
  static List<Attr> take(Element element, String namespace) {
    NamedNodeMap all = element.getAttributes();
    List<Attr> taken = new ArrayList<>();
    for (int i = 0; i < all.getLength(); i++) {
      if (namespace.equals(all.item(i).getNamespaceURI())) {
        taken.add((Attr) all.item(i));
      }
    }
    taken.forEach(element::removeAttributeNode);
    return taken;
  }

  static void remove(Element element) {
    element.getParentNode().removeChild(element);
  }
}
