package dev.sandoo.server.web;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.access.Caller;
import dev.sandoo.server.rpc.DatabaseService;
import dev.sandoo.server.rpc.OwnAccount;
import dev.sandoo.server.rpc.WebFiles;
import dev.sandoo.server.rpc.WebLogins;
import dev.sandoo.server.rpc.WebSessions;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** Every page by its path. */
public final class Pages {
    private final OdooVersion version;
    private final WebLogins logins;
    private final WebSessions sessions;
    private final OwnAccount account;
    private final WebFiles files;
    private final DatabaseService databases;
    private final Clock clock;
    private final Redirects redirects;
    private final Forms forms;

    public Pages(
            OdooVersion version,
            WebLogins logins,
            WebSessions sessions,
            OwnAccount account,
            WebFiles files,
            DatabaseService databases,
            Clock clock) {
        this.account = account;
        this.files = files;
        this.databases = databases;
        this.clock = clock;
        this.version = version;
        this.logins = logins;
        this.sessions = sessions;
        this.redirects = new Redirects(version);
        this.forms = new Forms(sessions, new CsrfTokens(clock), new Templates(), redirects);
    }

    /** The table. A path that ends in {@code /**} stands for all below it; forms are held against their token. */
    public Map<String, Page> table() {
        HomePage home = new HomePage(version, forms, redirects, sessions);
        Page strangersLogIn = new PersonsOnly(
                redirects,
                sessions,
                (request, caller) -> forms.error(request, 404, "Not Found", "There is no web client here."));

        Map<String, Page> table = new LinkedHashMap<>();
        table.put("/", new RootPage(redirects, sessions));
        table.put("/web", home);
        table.put("/my", home);
        if (version.has("web.odoo-paths")) {
            table.put("/odoo", home);
            table.put("/odoo/**", home);
            table.put("/web/webclient/load_menus", strangersLogIn);
            table.put("/doc", new PersonsOnly(redirects, sessions, this::document));
        } else {
            table.put("/web/webclient/load_menus/**", strangersLogIn);
        }
        table.put("/web/become", strangersLogIn);
        table.put("/report/**", strangersLogIn);
        table.put("/web/login", new LoginPage(forms, redirects, logins, sessions));
        table.put("/web/login/totp", new CodePage(forms, redirects, logins, sessions));
        table.put("/web/session/logout", new LogoutPage(redirects, sessions));
        table.put("/report/html/**", strangersLogIn);
        accountPages(table);
        table.replaceAll((path, page) -> forms.guarded(page));
        // Strangers are led to the login before a form's token is looked at.
        table.put("/web/binary/upload_attachment", new PersonsOnly(redirects, sessions, new UploadPage(forms, files)));
        table.putAll(new DatabasePages(version, databases, forms, clock).table());
        table.put("/web/static/sandoo.css", StaticFile.of("sandoo.css", "text/css; charset=utf-8"));
        table.put("/web/static/copy.js", StaticFile.of("copy.js", "text/javascript; charset=utf-8"));
        return table;
    }

    private PageAnswer document(PageRequest request, Caller caller) {
        return PageAnswer.page(forms.render("document", new DocView(forms.frame(request, caller.name()))));
    }

    private void accountPages(Map<String, Page> table) {
        table.put(SecurityPage.PATH, personal(new SecurityPage(forms)));
        table.put(ConfirmPage.PATH, personal(new ConfirmPage(forms)));
        table.put("/my/security/password", personal(new PasswordPage(forms)));
        table.put("/my/security/keys/new", personal(new NewKeyPage(forms)));
        table.put("/my/security/keys/{id}/delete", personal(new DeleteKeyPage(forms)));
        table.put(PoliciesPage.PATH, personal(new PoliciesPage(forms)));
        table.put(PolicyPage.NEW, personal(new PolicyPage(forms)));
        table.put(PoliciesPage.PATH + "/{id}", personal(new PolicyPage(forms)));
        table.put("/my/security/two-factor/enable", personal(new EnrolPage(forms)));
        table.put("/my/security/two-factor/disable", personal(new DisablePage(forms)));
        table.put("/my/security/devices/forget", personal(new DevicesPage()));
        table.put(AuditPage.PATH, new PersonsOnly(redirects, sessions, new AuditPage(forms, account)));
    }

    private Page personal(AccountPage.Content content) {
        Account.Names names = new Account.Names(
                version.has("apikeys.expiration"),
                version.message("web.totp-enable"),
                version.message("web.totp-disable"),
                version.has("web.totp-code-written"),
                logins.knowsDevices());
        return new PersonsOnly(redirects, sessions, new AccountPage(forms, account, names, content));
    }
}
