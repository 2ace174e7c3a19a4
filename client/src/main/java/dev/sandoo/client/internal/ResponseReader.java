package dev.sandoo.client.internal;

import dev.sandoo.client.OdooFault;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads a method response: no DTD, no entities, no types of other makers, bounded depth. Serves one response. */
final class ResponseReader {
    private static final int MAX_DEPTH = 200;
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HH:mm:ss");

    private final XMLStreamReader xml;
    private int depth;

    private ResponseReader(XMLStreamReader xml) {
        this.xml = xml;
    }

    /**
     * Reads what a call returned.
     *
     * @throws OdooFault when it is a fault
     * @throws IOException when it is no XML-RPC
     */
    static Object read(InputStream body) throws IOException {
        try {
            return new ResponseReader(factory().createXMLStreamReader(body)).response();
        } catch (XMLStreamException | IllegalArgumentException | DateTimeParseException error) {
            throw new IOException("the server's answer is no XML-RPC: " + error.getMessage(), error);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private Object response() throws XMLStreamException {
        open("methodResponse");
        xml.nextTag();
        if (xml.getLocalName().equals("fault")) {
            open("value");
            throw fault(value());
        }
        expect("params");
        open("param");
        open("value");
        return value();
    }

    private static OdooFault fault(Object value) {
        if (value instanceof Map<?, ?> members
                && members.get("faultCode") instanceof Integer code
                && members.get("faultString") instanceof String text) {
            return OdooFault.of(code, text);
        }
        throw new IllegalArgumentException("a fault without code and text");
    }

    /** Reads from after {@code <value>} to its end. */
    private Object value() throws XMLStreamException {
        StringBuilder bare = new StringBuilder();
        int event = xml.next();
        while (event != XMLStreamConstants.START_ELEMENT) {
            if (event == XMLStreamConstants.END_ELEMENT) {
                return bare.toString();
            }
            if (event == XMLStreamConstants.CHARACTERS) {
                bare.append(xml.getText());
            }
            event = xml.next();
        }
        Object value = typed(xml.getLocalName());
        close("value");
        return value;
    }

    private Object typed(String type) throws XMLStreamException {
        return switch (type) {
            case "string" -> xml.getElementText();
            case "int", "i4" -> Integer.valueOf(xml.getElementText().strip());
            case "i8" -> Long.valueOf(xml.getElementText().strip());
            case "boolean" -> xml.getElementText().strip().equals("1");
            case "double" -> decimal(xml.getElementText().strip());
            case "base64" -> Base64.getMimeDecoder().decode(xml.getElementText());
            case "dateTime.iso8601" -> LocalDateTime.parse(xml.getElementText().strip(), DATE_TIME);
            case "nil" -> nil();
            case "array" -> nested(this::array);
            case "struct" -> nested(this::struct);
            default -> throw new IllegalArgumentException("unknown type " + type);
        };
    }

    /** Reads what holds values in turn. */
    @FunctionalInterface
    private interface Part {
        Object read() throws XMLStreamException;
    }

    private Object nested(Part part) throws XMLStreamException {
        if (++depth > MAX_DEPTH) {
            throw new IllegalArgumentException("nested more than " + MAX_DEPTH + " levels deep");
        }
        Object value = part.read();
        depth--;
        return value;
    }

    private List<Object> array() throws XMLStreamException {
        List<Object> items = new ArrayList<>();
        open("data");
        while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
            expect("value");
            items.add(value());
        }
        close("array");
        return Collections.unmodifiableList(items);
    }

    private Map<String, Object> struct() throws XMLStreamException {
        Map<String, Object> members = new LinkedHashMap<>();
        while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
            expect("member");
            open("name");
            String name = xml.getElementText();
            open("value");
            members.put(name, value());
            close("member");
        }
        return Collections.unmodifiableMap(members);
    }

    private Object nil() throws XMLStreamException {
        close("nil");
        return null;
    }

    private static Double decimal(String text) {
        return switch (text) {
            // As Python writes them.
            case "nan" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.valueOf(text);
        };
    }

    private void open(String name) throws XMLStreamException {
        xml.nextTag();
        xml.require(XMLStreamConstants.START_ELEMENT, null, name);
    }

    private void expect(String name) throws XMLStreamException {
        xml.require(XMLStreamConstants.START_ELEMENT, null, name);
    }

    private void close(String name) throws XMLStreamException {
        xml.nextTag();
        xml.require(XMLStreamConstants.END_ELEMENT, null, name);
    }
}
