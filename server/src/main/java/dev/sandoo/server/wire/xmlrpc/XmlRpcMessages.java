package dev.sandoo.server.wire.xmlrpc;

import dev.sandoo.schema.OdooVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads XML-RPC that others exchange, as leniently as Odoo. Thread-safe. */
public final class XmlRpcMessages {
    private final RequestReader reader;

    public XmlRpcMessages(OdooVersion version) {
        this.reader = new RequestReader(XmlRpcStyle.of(version));
    }

    /** A call. */
    public record Request(String methodName, List<Object> parameters) {}

    /**
     * An answer.
     *
     * @param value null when it is a fault, or nothing
     * @param fault the members {@code faultCode} and {@code faultString}
     */
    public record Response(Object value, Optional<Map<?, ?>> fault) {}

    /**
     * Reads a call.
     *
     * @throws dev.sandoo.server.error.OdooError when it is none
     */
    public Request request(byte[] body) {
        XmlRpcRequest request = reader.read(body);
        return new Request(request.methodName(), request.parameters());
    }

    /**
     * Reads an answer.
     *
     * @throws dev.sandoo.server.error.OdooError when it is none
     */
    public Response response(byte[] body) {
        return reader.readAnswer(body);
    }
}
