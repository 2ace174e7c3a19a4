package dev.sandoo.server.web;

import java.util.Map;

/** The pages of the control interface. They hold nothing themselves: their scripts ask the interface, which says who may. */
public final class ControlPages {
    private static final Frame FRAME = new Frame("", "/", "");

    private ControlPages() {}

    /** The table of pages by path. */
    public static Map<String, Page> table() {
        String calls = new Templates().render("calls", new CallsView(FRAME));
        return Map.of(
                "/_sandoo/calls",
                request -> PageAnswer.page(calls),
                "/_sandoo/calls.js",
                StaticFile.of("calls.js", "text/javascript; charset=utf-8"));
    }
}
