package dev.sandoo.server.http;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.auth.session.SessionTokens;
import dev.sandoo.server.rpc.DatabaseService;
import dev.sandoo.server.rpc.Dispatcher;
import dev.sandoo.server.rpc.OwnAccount;
import dev.sandoo.server.rpc.RpcServices;
import dev.sandoo.server.rpc.WebFiles;
import dev.sandoo.server.rpc.WebLogins;
import dev.sandoo.server.rpc.WebSessions;
import dev.sandoo.server.web.Page;
import dev.sandoo.server.web.Pages;
import dev.sandoo.server.wire.webclient.WebMethod;
import dev.sandoo.server.wire.webclient.WebMethods;
import java.time.Clock;
import java.util.Map;

/** What the paths of the web client are answered with. */
public record WebClient(
        WebLogins logins,
        WebSessions sessions,
        OwnAccount account,
        WebFiles files,
        DatabaseService databases,
        SessionTokens tokens,
        Dispatcher dispatcher,
        Clock clock) {
    Map<String, WebMethod> methods(OdooVersion version, RpcServices services) {
        return WebMethods.of(version, logins, sessions, dispatcher, services, databases);
    }

    Map<String, Page> pages(OdooVersion version) {
        return new Pages(version, logins, sessions, account, files, databases, clock).table();
    }

    SessionCookie cookie(OdooVersion version) {
        return new SessionCookie(version, tokens, sessions, clock);
    }
}
