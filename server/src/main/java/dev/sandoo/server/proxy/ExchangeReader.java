package dev.sandoo.server.proxy;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.error.OdooError;
import dev.sandoo.server.journal.CallSight;
import dev.sandoo.server.journal.JournalEntry.Who;
import dev.sandoo.server.proxy.Conversation.Asked;
import dev.sandoo.server.proxy.Conversation.Said;
import dev.sandoo.server.rpc.Origin;
import dev.sandoo.server.rpc.Protocol;
import dev.sandoo.server.wire.json.JsonReader;
import dev.sandoo.server.wire.json.JsonSyntaxException;
import dev.sandoo.server.wire.xmlrpc.XmlRpcMessages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes calls of exchanges: which of Odoo's services was asked for what, and what it said. Thread-safe. */
final class ExchangeReader {
    private static final Pattern XMLRPC = Pattern.compile("/+xmlrpc/(?:2/)?(common|object)/?");
    private static final Pattern JSON2 = Pattern.compile("/+json/2/([^/]+)/([^/]+)/?");
    private static final int OK = 200;

    private final XmlRpcMessages xml;
    private final JsonReader json = new JsonReader();
    private final Callers callers = new Callers();
    private final AtomicLong requests = new AtomicLong();

    ExchangeReader(OdooVersion version) {
        this.xml = new XmlRpcMessages(version);
    }

    /** The call that an exchange was; empty when it was none, or cannot be read. */
    Optional<CallSight> read(Exchange exchange) {
        if (!exchange.whole()) {
            return Optional.empty();
        }
        try {
            return conversation(exchange).flatMap(conversation -> sight(exchange, conversation));
        } catch (OdooError | JsonSyntaxException | ClassCastException | IndexOutOfBoundsException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<Conversation> conversation(Exchange exchange) throws JsonSyntaxException {
        Matcher service = XMLRPC.matcher(exchange.path());
        if (service.matches()) {
            return Optional.of(xmlRpc(service.group(1), exchange));
        }
        Matcher named = JSON2.matcher(exchange.path());
        if (named.matches()) {
            return Optional.of(json2(named.group(1), named.group(2), exchange));
        }
        if (exchange.path().equals("/jsonrpc") || exchange.path().startsWith("/web/")) {
            return jsonRpc(exchange);
        }
        return Optional.empty();
    }

    private Conversation xmlRpc(String service, Exchange exchange) {
        XmlRpcMessages.Request request = xml.request(exchange.request());
        XmlRpcMessages.Response response = xml.response(exchange.response());
        Said said = response.fault()
                .map(fault -> Said.fault(
                        Objects.requireNonNullElse(fault.get("faultCode"), 1),
                        String.valueOf(fault.get("faultString"))))
                .orElseGet(() -> Said.value(response.value()));
        return new Conversation(
                Protocol.XMLRPC, Asked.ofService(service, request.methodName(), request.parameters()), said);
    }

    private Conversation json2(String model, String method, Exchange exchange) throws JsonSyntaxException {
        Map<String, Object> named = exchange.request().length == 0 ? Map.of() : map(json.read(exchange.request()));
        Object answer = json.read(exchange.response());
        Optional<String> key = exchange.header("authorization")
                .filter(text -> text.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(text -> text.substring(7).strip());
        Said said = exchange.status() == OK
                ? Said.value(answer)
                : Said.error(
                        String.valueOf(map(answer).get("name")),
                        String.valueOf(map(answer).get("message")));
        String database = exchange.header("x-odoo-database").orElse("");
        return new Conversation(
                Protocol.JSON2, new Asked(database, Optional.empty(), key, model, method, List.of(), named), said);
    }

    private Optional<Conversation> jsonRpc(Exchange exchange) throws JsonSyntaxException {
        if (!exchange.header("content-type").orElse("").contains("json") || exchange.status() != OK) {
            return Optional.empty();
        }
        Map<String, Object> params = map(map(json.read(exchange.request())).get("params"));
        Map<String, Object> envelope = map(json.read(exchange.response()));
        Said said = Said.value(envelope.get("result"));
        if (envelope.get("error") instanceof Map<?, ?> error) {
            Map<String, Object> data = map(error.get("data"));
            said = Said.error(String.valueOf(data.get("name")), String.valueOf(data.get("message")));
        }
        if (exchange.path().equals("/jsonrpc")) {
            String service = String.valueOf(params.get("service"));
            List<Object> args = list(params.get("args"));
            return service.equals("object") || service.equals("common")
                    ? Optional.of(new Conversation(
                            Protocol.JSONRPC, Asked.ofService(service, (String) params.get("method"), args), said))
                    : Optional.empty();
        }
        return web(exchange, params, said);
    }

    private static Optional<Conversation> web(Exchange exchange, Map<String, Object> params, Said said) {
        if (exchange.path().equals("/web/session/authenticate")) {
            Asked login = new Asked(
                    (String) params.get("db"),
                    Optional.empty(),
                    Optional.of((String) params.get("password")),
                    "web",
                    "login",
                    List.of((String) params.get("login")),
                    Map.of("password", params.get("password")));
            Object uid = said.value() instanceof Map<?, ?> info ? info.get("uid") : null;
            return Optional.of(new Conversation(Protocol.WEB, login, said.answering(uid)));
        }
        if (!exchange.path().startsWith("/web/dataset/call_")) {
            return Optional.empty();
        }
        Asked call = new Asked(
                "",
                Optional.empty(),
                Optional.empty(),
                (String) params.get("model"),
                (String) params.get("method"),
                list(params.get("args")),
                map(params.get("kwargs")));
        return Optional.of(new Conversation(Protocol.WEB, call, said));
    }

    private Optional<CallSight> sight(Exchange exchange, Conversation conversation) {
        Asked asked = conversation.asked();
        if (!asked.isCall() && !asked.isLogin()) {
            return Optional.empty();
        }
        Who who = callers.who(exchange, conversation);
        String request = "p-" + requests.incrementAndGet();
        return Optional.of(new CallSight(
                exchange.at(),
                exchange.took(),
                new Origin(
                        conversation.protocol(),
                        exchange.address(),
                        exchange.header("user-agent").orElse(""),
                        request),
                asked.database(),
                who,
                asked.secret(),
                asked.model(),
                asked.method(),
                asked.args(),
                asked.kwargs(),
                Optional.empty(),
                Optional.ofNullable(conversation.said().value()),
                conversation.said().error()));
    }

    /** The logins behind user ids and sessions, as logins that came by have told them. */
    private static final class Callers {
        private final Map<String, Who> known = new ConcurrentHashMap<>();

        Who who(Exchange exchange, Conversation conversation) {
            Asked asked = conversation.asked();
            if (asked.isLogin()) {
                Optional<Integer> uid =
                        conversation.said().value() instanceof Integer id ? Optional.of(id) : Optional.empty();
                Who who = new Who(uid, Optional.of(String.valueOf(asked.args().get(0))), Optional.empty());
                uid.ifPresent(id -> known.put("uid " + id, who));
                uid.ifPresent(id -> known.put("address " + exchange.address(), who));
                return who;
            }
            return asked.uid()
                    .map(id -> known.getOrDefault(
                            "uid " + id, new Who(Optional.of(id), Optional.empty(), Optional.empty())))
                    .orElseGet(() -> asked.secret().isPresent()
                            ? Who.UNKNOWN
                            : known.getOrDefault("address " + exchange.address(), Who.UNKNOWN));
        }
    }

    @SuppressWarnings("unchecked") // JSON's keys are texts
    private static Map<String, Object> map(Object value) {
        return value instanceof Map ? new LinkedHashMap<>((Map<String, Object>) value) : Map.of();
    }

    private static List<Object> list(Object value) {
        return value instanceof List<?> items ? new ArrayList<>(items) : List.of();
    }
}
