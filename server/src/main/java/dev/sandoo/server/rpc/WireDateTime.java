package dev.sandoo.server.rpc;

import java.util.Objects;

/**
 * A {@code dateTime.iso8601} that was not read as a time: up to 14.0 Odoo keeps the element's text, whatever it says, sends it
 * back so, compares it as text, and cannot store it in a date field. Source: wire_xmlrpc type-datetime and
 * type-datetime-to-date-field, 14.0.
 */
public record WireDateTime(String text) {
    public WireDateTime {
        Objects.requireNonNull(text, "text");
    }

    @Override
    public String toString() {
        return text;
    }
}
