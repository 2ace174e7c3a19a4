package dev.sandoo.server.web;

import dev.sandoo.server.rpc.WebSessions;
import java.util.Arrays;
import java.util.stream.Collectors;

/** {@code /}: leads on to the page that people begin at, with the query it came with. */
record RootPage(Redirects redirects, WebSessions sessions) implements Page {
    @Override
    public PageAnswer answer(PageRequest request) {
        String home = sessions.caller(request.visit()).map(redirects::home).orElseGet(redirects::home);
        return PageAnswer.redirect(request.queryText().isEmpty() ? home : home + "?" + tidy(request.queryText()));
    }

    /** As Odoo writes queries: blanks as plus signs. */
    private static String tidy(String query) {
        return Arrays.stream(query.split("&"))
                .map(part -> part.replace("%20", "+"))
                .collect(Collectors.joining("&"));
    }
}
