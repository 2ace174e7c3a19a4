package dev.sandoo.server.journal;

import dev.sandoo.server.error.PythonRepr;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A call in one line, as somebody who knows Python would write it. */
public final class CallText {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneOffset.UTC);
    private static final int MAX_ARGUMENTS = 200;
    private static final int MAX_ANSWER = 80;

    private CallText() {}

    /** {@code #12 18:40:01.123 admin res.partner.create({'name': 'Ada'}) → 45}. */
    public static String of(JournalEntry call) {
        return "#" + call.number() + " " + TIME.format(call.at()) + " " + call.who() + " " + call.model() + "."
                + call.method() + "(" + arguments(call) + ") → " + ending(call);
    }

    /** The arguments without their brackets, shortened. */
    public static String arguments(JournalEntry call) {
        List<String> texts = new ArrayList<>();
        call.args().forEach(argument -> texts.add(PythonRepr.of(argument)));
        for (Map.Entry<String, Object> named : call.kwargs().entrySet()) {
            texts.add(named.getKey() + "=" + PythonRepr.of(named.getValue()));
        }
        return shortened(String.join(", ", texts), MAX_ARGUMENTS);
    }

    /** What was answered or raised, shortened. */
    public static String ending(JournalEntry call) {
        return call.failure()
                .map(failure -> shortened(
                        (failure.name().isEmpty() ? "" : failure.name() + ": ")
                                + failure.message().strip(),
                        MAX_ARGUMENTS))
                .orElseGet(() -> shortened(PythonRepr.of(call.answer().orElse(null)), MAX_ANSWER));
    }

    private static String shortened(String text, int most) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= most ? line : line.substring(0, most) + "…";
    }
}
