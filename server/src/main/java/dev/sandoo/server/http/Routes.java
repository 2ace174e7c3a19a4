package dev.sandoo.server.http;

import static dev.sandoo.server.wire.xmlrpc.XmlRpcDialect.NUMBERED_FAULTS;
import static dev.sandoo.server.wire.xmlrpc.XmlRpcDialect.WORDED_FAULTS;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.rpc.Origin;
import dev.sandoo.server.rpc.Protocol;
import dev.sandoo.server.rpc.RpcServices;
import dev.sandoo.server.wire.jsonrpc.JsonRpcAnswer;
import dev.sandoo.server.wire.jsonrpc.JsonRpcEndpoint;
import dev.sandoo.server.wire.jsonrpc.ServiceCalls;
import dev.sandoo.server.wire.xmlrpc.XmlRpcDialect;
import dev.sandoo.server.wire.xmlrpc.XmlRpcEndpoint;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Every path the server answers, in one table. */
public final class Routes {
    /** Up to 14.0 only POST reaches XML-RPC; later OPTIONS does too, as a request without a body. Source: wire_http cors. */
    private static final String OPTIONS_REACHES_RPC = "http.options-reach-rpc";

    private static final String VERSION_INFO = "/web/webclient/version_info";

    private static final Set<String> ANY = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final List<Route> table;

    Routes(List<Route> table) {
        this.table = List.copyOf(table);
    }

    /** The paths of an Odoo of this version, answered by these services. */
    public static Routes of(OdooVersion version, RpcServices services) {
        Set<String> post = version.has(OPTIONS_REACHES_RPC) ? Set.of("POST", "OPTIONS") : Set.of("POST");
        RequestIds ids = new RequestIds(Instant.now());
        XmlRpcEndpoint xmlRpc = new XmlRpcEndpoint(version, services);
        JsonRpcEndpoint jsonRpc = new JsonRpcEndpoint(version, "/jsonrpc", new ServiceCalls(version, services));
        JsonRpcEndpoint versionInfo = new JsonRpcEndpoint(
                version, VERSION_INFO, (params, origin) -> services.call("common", "version", List.of(), origin));

        return new Routes(List.of(
                Route.of(post, "/xmlrpc/2/{service}", request -> xmlRpc(xmlRpc, NUMBERED_FAULTS, request, ids)),
                Route.of(post, "/xmlrpc/{service}", request -> xmlRpc(xmlRpc, WORDED_FAULTS, request, ids)),
                Route.of(ANY, "/jsonrpc", request -> jsonRpc(jsonRpc, request, ids)),
                Route.of(ANY, VERSION_INFO, request -> jsonRpc(versionInfo, request, ids))));
    }

    List<Route> table() {
        return table;
    }

    private static HttpAnswer xmlRpc(
            XmlRpcEndpoint endpoint, XmlRpcDialect dialect, HttpRequest request, RequestIds ids) throws IOException {
        Origin origin = request.origin(Protocol.XMLRPC, ids.next());
        return HttpAnswer.of(
                200,
                XmlRpcEndpoint.CONTENT_TYPE,
                endpoint.answer(dialect, request.pathValue("service"), request.body(), origin));
    }

    private static HttpAnswer jsonRpc(JsonRpcEndpoint endpoint, HttpRequest request, RequestIds ids)
            throws IOException {
        Origin origin = request.origin(Protocol.JSONRPC, ids.next());
        JsonRpcAnswer answer = endpoint.answer(request.header("Content-Type").orElse(""), request.body(), origin);
        return HttpAnswer.of(answer.status(), answer.contentType(), answer.body());
    }
}
