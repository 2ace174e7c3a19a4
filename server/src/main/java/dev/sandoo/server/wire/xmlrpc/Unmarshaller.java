package dev.sandoo.server.wire.xmlrpc;

import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.PythonRepr;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a request of a document's elements, as leniently as Python's {@code xmlrpc.client}: it looks at the elements that
 * carry values, in the order they end, and hardly at how they nest. Clients depend on that leniency. Serves one document.
 * Source: wire_xmlrpc body-params-shape, body-wrong-root, type-unknown-element, and answers of both versions to odd bodies.
 */
final class Unmarshaller {
    /** Far more than any domain needs. Python reads on, and then fails to write so deep a value back. */
    private static final int MAX_DEPTH = 200;

    /** Two thousand records of a thousand fields. */
    private static final int MAX_VALUES = 2_000_000;

    private static final Set<String> KNOWN = Set.of(
            "nil",
            "boolean",
            "i1",
            "i2",
            "i4",
            "i8",
            "int",
            "biginteger",
            "double",
            "float",
            "bigdecimal",
            "string",
            "name",
            "array",
            "struct",
            "base64",
            "dateTime.iso8601",
            "value",
            "params",
            "fault",
            "methodName");

    private final boolean readsDateTimes;
    private final List<Object> values = new ArrayList<>();
    private final List<String> text = new ArrayList<>(1);
    private int[] marks = new int[8];
    private int depth;
    private int count;
    private boolean inBareValue;
    private Ending ending = Ending.NONE;
    private String methodName;

    /** What the document was seen to be when its last telling element ended. */
    private enum Ending {
        NONE,
        REQUEST,
        FAULT
    }

    Unmarshaller(boolean readsDateTimes) {
        this.readsDateTimes = readsDateTimes;
    }

    void start(String element) {
        String name = local(element);
        if (name.equals("array") || name.equals("struct")) {
            mark();
        }
        text.clear();
        if (inBareValue && !KNOWN.contains(name)) {
            throw responseError("\"unknown tag '" + name + "'\"");
        }
        inBareValue = name.equals("value");
    }

    void text(String more) {
        text.add(more);
    }

    void end(String element) {
        switch (local(element)) {
            case "nil" -> add(null);
            case "boolean" -> add(Literals.truth(text()));
            case "i1", "i2", "i4", "i8", "int", "biginteger" -> add(PythonNumbers.integer(text()));
            case "double", "float", "bigdecimal" -> add(PythonNumbers.decimal(text()));
            case "string", "name" -> add(text());
            case "base64" -> add(Literals.base64(text()));
            case "dateTime.iso8601" ->
                add(readsDateTimes ? Literals.dateTime(text()) : Literals.unreadDateTime(text()));
            case "array" -> add(sinceMark());
            case "struct" -> add(struct(sinceMark()));
            case "value" -> endValue();
            case "methodName" -> {
                methodName = text();
                ending = Ending.REQUEST;
            }
            case "params" -> ending = Ending.REQUEST;
            case "fault" -> ending = Ending.FAULT;
            default -> {
                // Elements that only hold others together.
            }
        }
    }

    /**
     * What the document asked for.
     *
     * @throws dev.sandoo.server.error.OdooError if it was no request
     */
    XmlRpcRequest request() {
        return switch (ending) {
            case NONE -> throw responseError("");
            case FAULT -> throw clientFault();
            case REQUEST -> {
                if (methodName == null) {
                    throw PythonError.typeError("can only concatenate str (not \"NoneType\") to str");
                }
                yield new XmlRpcRequest(methodName, Collections.unmodifiableList(values));
            }
        };
    }

    /**
     * What the document answered.
     *
     * @throws dev.sandoo.server.error.OdooError if it was no answer
     */
    XmlRpcMessages.Response response() {
        Object value = values.isEmpty() ? null : values.get(0);
        return switch (ending) {
            case NONE -> throw responseError("");
            case FAULT ->
                new XmlRpcMessages.Response(null, Optional.of(value instanceof Map<?, ?> fault ? fault : Map.of()));
            case REQUEST -> new XmlRpcMessages.Response(value, Optional.empty());
        };
    }

    private void endValue() {
        if (inBareValue) {
            add(text());
        }
    }

    private void add(Object value) {
        if (++count > MAX_VALUES) {
            throw PythonError.valueError("the request has more than " + MAX_VALUES + " values");
        }
        values.add(value);
        inBareValue = false;
    }

    private void mark() {
        if (depth == MAX_DEPTH) {
            throw PythonError.of("RecursionError", "the request is nested more than " + MAX_DEPTH + " levels deep");
        }
        if (depth == marks.length) {
            marks = Arrays.copyOf(marks, 2 * depth);
        }
        marks[depth++] = values.size();
    }

    private List<Object> sinceMark() {
        List<Object> tail = values.subList(marks[--depth], values.size());
        List<Object> items = new ArrayList<>(tail);
        tail.clear();
        return Collections.unmodifiableList(items);
    }

    private static Map<String, Object> struct(List<Object> namesAndValues) {
        if (namesAndValues.size() % 2 != 0) {
            throw PythonError.of("IndexError", "list index out of range");
        }
        Map<String, Object> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.size(); i += 2) {
            members.put(name(namesAndValues.get(i)), namesAndValues.get(i + 1));
        }
        return Collections.unmodifiableMap(members);
    }

    private static String name(Object value) {
        if (value instanceof String name) {
            return name;
        }
        String type = PythonRepr.typeName(value);
        boolean holdsOthers = value instanceof List || value instanceof Map;
        throw PythonError.typeError(
                holdsOthers ? "unhashable type: '" + type + "'" : "a member's name is " + type + ", not str");
    }

    private PythonError clientFault() {
        if (!values.isEmpty() && values.get(0) instanceof Map<?, ?> fault) {
            return PythonError.of(
                    "xmlrpc.client.Fault",
                    "<Fault " + PythonRepr.text(fault.get("faultCode")) + ": " + PythonRepr.of(fault.get("faultString"))
                            + ">");
        }
        return PythonError.of("IndexError", "list index out of range");
    }

    private static PythonError responseError(String argument) {
        return PythonError.of("xmlrpc.client.ResponseError", "ResponseError(" + argument + ")");
    }

    private String text() {
        return text.size() == 1 ? text.get(0) : String.join("", text);
    }

    /** Prefixes are dropped: Apache's clients write {@code ex:nil} and {@code ex:i8}. */
    private static String local(String element) {
        return element.substring(element.lastIndexOf(':') + 1);
    }
}
