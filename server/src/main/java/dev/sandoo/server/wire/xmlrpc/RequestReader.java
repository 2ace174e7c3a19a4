package dev.sandoo.server.wire.xmlrpc;

import dev.sandoo.server.error.OdooError;
import dev.sandoo.server.error.PythonError;
import java.io.ByteArrayInputStream;
import java.util.Map;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads requests with the JDK's parser. It opens nothing that a document points at, and all that a document could make grow
 * beyond its own size is bounded. Thread-safe.
 */
final class RequestReader {
    /**
     * Odoo expands the entities a document declares itself (wire_xmlrpc doctype-internal-entity); so do we, up to a size that
     * no honest client comes near.
     */
    private static final Map<String, String> LIMITS = Map.of(
            "jdk.xml.entityExpansionLimit", "1000",
            "jdk.xml.totalEntitySizeLimit", "100000",
            "jdk.xml.maxGeneralEntitySizeLimit", "100000",
            "jdk.xml.maxParameterEntitySizeLimit", "100000",
            "jdk.xml.maxElementDepth", "1000",
            "jdk.xml.maxXMLNameLimit", "1000",
            "jdk.xml.elementAttributeLimit", "100");

    private final XMLInputFactory factory = factory();
    private final XmlRpcStyle style;

    RequestReader(XmlRpcStyle style) {
        this.style = style;
    }

    /**
     * Reads a request.
     *
     * @throws OdooError as Python's would be when the body is no XML or no XML-RPC
     */
    XmlRpcRequest read(byte[] body) {
        return parse(body).request();
    }

    /**
     * Reads an answer.
     *
     * @throws OdooError as Python's would be when the body is no XML or no XML-RPC
     */
    XmlRpcMessages.Response readAnswer(byte[] body) {
        return parse(body).response();
    }

    private Unmarshaller parse(byte[] body) {
        Unmarshaller unmarshaller = new Unmarshaller(style.readsDateTimes());
        try {
            XMLStreamReader events =
                    factory.createXMLStreamReader(XmlEncoding.of(body).reader(body));
            while (events.hasNext()) {
                feed(unmarshaller, events);
            }
            return unmarshaller;
        } catch (XMLStreamException error) {
            throw notWellFormed(body, error);
        }
    }

    private static void feed(Unmarshaller unmarshaller, XMLStreamReader events) throws XMLStreamException {
        switch (events.next()) {
            case XMLStreamConstants.START_ELEMENT -> unmarshaller.start(events.getLocalName());
            case XMLStreamConstants.END_ELEMENT -> unmarshaller.end(events.getLocalName());
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                unmarshaller.text(events.getText());
            default -> {
                // Comments, instructions, the DTD: nothing that carries a value.
            }
        }
    }

    private static OdooError notWellFormed(byte[] body, XMLStreamException error) {
        Location at = error.getLocation();
        String reason = isBlank(body) ? "no element found" : "not well-formed (invalid token)";
        int line = at == null ? 1 : Math.max(1, at.getLineNumber());
        int column = at == null ? 0 : Math.max(0, at.getColumnNumber() - 1);
        return PythonError.of("xml.parsers.expat.ExpatError", reason + ": line " + line + ", column " + column);
    }

    private static boolean isBlank(byte[] body) {
        for (byte each : body) {
            if (each != ' ' && each != '\n' && each != '\r' && each != '\t') {
                return false;
            }
        }
        return true;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        // A long text comes in pieces: gathered here they take less than half the memory.
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        // As Python's parser: a prefix needs no declaration.
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> new ByteArrayInputStream(new byte[0]));
        LIMITS.forEach(factory::setProperty);
        return factory;
    }
}
