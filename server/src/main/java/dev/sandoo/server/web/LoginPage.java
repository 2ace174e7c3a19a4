package dev.sandoo.server.web;

import dev.sandoo.server.access.Caller;
import dev.sandoo.server.error.AccessDenied;
import dev.sandoo.server.error.OdooError;
import dev.sandoo.server.rpc.WebLogins;
import dev.sandoo.server.rpc.WebSessions;
import java.util.Optional;

/** {@code /web/login}: login and password. What was wrong of the two, nobody learns. */
record LoginPage(Forms forms, Redirects redirects, WebLogins logins, WebSessions sessions) implements Page {
    private static final String WRONG = "Wrong login/password";
    private static final String NOT_FOR_OUTSIDERS =
            "Only employees can access this database. Please contact the administrator.";
    private static final String UNKNOWN = "The login was refused.";

    @Override
    public PageAnswer answer(PageRequest request) {
        if (request.isPost()) {
            return login(request);
        }
        String redirect = request.given("redirect");
        if (!redirect.isEmpty() && sessions.caller(request.visit()).isPresent()) {
            return PageAnswer.redirect(redirects.wanted(redirect));
        }
        chooseDatabase(request);
        return show(request, errorOf(request.given("error")));
    }

    private void chooseDatabase(PageRequest request) {
        String database = request.given("db");
        if (!database.isEmpty() && !database.equals(sessions.database(request.visit()))) {
            sessions.choose(request.visit(), database);
        }
    }

    private PageAnswer login(PageRequest request) {
        try {
            String database = sessions.database(request.visit());
            return switch (logins.login(request.visit(), database, request.field("login"), request.field("password"))) {
                case OPEN -> PageAnswer.redirect(target(request));
                case NEEDS_CODE -> PageAnswer.redirect(Redirects.code(request.field("redirect")));
            };
        } catch (AccessDenied denied) {
            // The usual refusal has words of its own on this page; others, such as a pause, are told as they are.
            boolean usual = denied.getMessage().equals(new AccessDenied().getMessage());
            return show(request, usual ? WRONG : denied.getMessage());
        } catch (OdooError refused) {
            return show(request, refused.getMessage());
        }
    }

    private String target(PageRequest request) {
        String redirect = request.field("redirect");
        if (!redirect.isEmpty()) {
            return redirects.wanted(redirect);
        }
        Optional<Caller> caller = sessions.caller(request.visit());
        return caller.map(redirects::home).orElseGet(redirects::home);
    }

    private PageAnswer show(PageRequest request, String error) {
        Frame frame = forms.frame(request);
        LoginView view = new LoginView(
                frame, sessions.database(request.visit()), request.given("login"), request.given("redirect"), error);
        return PageAnswer.asOdoo(forms.render("login", view));
    }

    private static String errorOf(String code) {
        return switch (code) {
            case "" -> "";
            case "access" -> NOT_FOR_OUTSIDERS;
            default -> UNKNOWN;
        };
    }
}
