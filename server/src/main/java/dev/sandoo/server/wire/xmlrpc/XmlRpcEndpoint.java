package dev.sandoo.server.wire.xmlrpc;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.error.OdooError;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.rpc.Origin;
import dev.sandoo.server.rpc.RpcServices;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers XML-RPC bodies. Whatever goes wrong becomes a fault. Thread-safe. */
public final class XmlRpcEndpoint {
    /** Source: wire_xmlrpc answer-headers-and-prolog. */
    public static final String CONTENT_TYPE = "text/xml; charset=utf-8";

    private static final Logger LOG = LoggerFactory.getLogger(XmlRpcEndpoint.class);

    private final RpcServices services;
    private final RequestReader requests;
    private final XmlRpcStyle style;

    public XmlRpcEndpoint(OdooVersion version, RpcServices services) {
        this.services = Objects.requireNonNull(services, "services");
        this.style = XmlRpcStyle.of(version);
        this.requests = new RequestReader(style);
    }

    /**
     * Answers one call.
     *
     * @param service what the path names, such as {@code object}
     * @param body the request as it came
     * @return the answer's body, UTF-8
     */
    public ByteBuffer answer(XmlRpcDialect dialect, String service, byte[] body, Origin origin) {
        String place = service;
        try {
            XmlRpcRequest request = requests.read(body);
            place = service + "." + request.methodName();
            return new AnswerWriter(style)
                    .result(services.call(service, request.methodName(), request.parameters(), origin));
        } catch (OdooError error) {
            return fault(error, dialect, place);
        } catch (RuntimeException error) {
            LOG.error("{} failed in {}", origin.requestId(), place, error);
            return fault(
                    PythonError.of(
                            "RuntimeError", "internal error, see request " + origin.requestId() + " in Sandoo's log"),
                    dialect,
                    place);
        }
    }

    private ByteBuffer fault(OdooError error, XmlRpcDialect dialect, String place) {
        return new AnswerWriter(style).fault(XmlRpcFault.of(error, dialect, place));
    }
}
