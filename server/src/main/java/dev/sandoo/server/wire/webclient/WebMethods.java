package dev.sandoo.server.wire.webclient;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.rpc.DatabaseService;
import dev.sandoo.server.rpc.Dispatcher;
import dev.sandoo.server.rpc.RpcServices;
import dev.sandoo.server.rpc.WebLogins;
import dev.sandoo.server.rpc.WebSessions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The paths of a version's web client, each with what it does. */
public final class WebMethods {
    /** Where Odoo would send people for an account with its makers; there is nothing of that here. */
    private static final String ACCOUNT = "/my";

    private WebMethods() {}

    /** The table. A path that ends in {@code /**} stands for all below it. */
    public static Map<String, WebMethod> of(
            OdooVersion version,
            WebLogins logins,
            WebSessions sessions,
            Dispatcher dispatcher,
            RpcServices services,
            DatabaseService databases) {
        ModelCall calls = new ModelCall(version, sessions, dispatcher);
        CallKw callKw = new CallKw(calls, signature(version, "DataSet", "call_kw"));
        CallKw callButton = new CallKw(calls, signature(version, "DataSet", "call_button"));

        Map<String, WebMethod> table = new LinkedHashMap<>();
        table.put(
                "/web/session/authenticate",
                new Authenticate(version, logins, sessions, signature(version, "Session", "authenticate")));
        table.put("/web/session/get_session_info", (params, visit) -> sessions.info(visit));
        table.put("/web/session/check", (params, visit) -> {
            sessions.require(visit);
            return null;
        });
        table.put("/web/session/destroy", (params, visit) -> {
            sessions.require(visit);
            sessions.logout(visit);
            return null;
        });
        table.put("/web/session/account", (params, visit) -> {
            sessions.require(visit);
            throw PythonError.notEmulated("There is no account at odoo.com to lead to in Sandoo");
        });
        table.put("/web/session/modules", (params, visit) -> sessions.modules(visit));
        table.put("/web/session/account", (params, visit) -> {
            sessions.require(visit);
            return ACCOUNT;
        });
        table.put("/web/database/list", (params, visit) -> databases.list(visit.host()));
        table.put(
                "/web/session/get_lang_list",
                (params, visit) -> services.call("db", "list_lang", List.of(), visit.origin()));
        table.put("/web/dataset/call_kw", callKw);
        table.put("/web/dataset/call_kw/**", callKw);
        table.put("/web/dataset/call_button", new CallButton(callButton));
        table.put("/web/dataset/call_button/**", new CallButton(callButton));
        if (version.has("web.old-routes")) {
            table.put("/web/dataset/call", new OldCall(calls));
            table.put("/web/dataset/search_read", new OldSearchRead(calls));
            table.put("/web/session/change_password", new ChangePassword(calls));
        }
        return table;
    }

    private static String signature(OdooVersion version, String controller, String function) {
        return (version.has("python.qualified-names") ? controller + "." : "") + function + "()";
    }
}
