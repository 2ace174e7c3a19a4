package dev.sandoo.server.journal;

import dev.sandoo.server.access.CallerKey;
import dev.sandoo.server.error.RecordsText;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A call as a document of texts, numbers, lists and maps, which JSON can hold. */
public final class EntryDocument {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private EntryDocument() {}

    /** All that is known of a call. */
    public static Map<String, Object> of(JournalEntry call) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("number", call.number());
        document.put("at", call.at().toString());
        document.put("millis", Math.round(call.took().toNanos() / NANOS_PER_MILLI * 1000) / 1000.0);
        document.put("protocol", call.origin().protocol().name().toLowerCase(Locale.ROOT));
        document.put("address", call.origin().address());
        document.put("request", call.origin().requestId());
        document.put("uid", call.who().uid().orElse(null));
        document.put("login", call.who().login().orElse(null));
        document.put("key", call.who().key().map(CallerKey::name).orElse(null));
        document.put("model", call.model());
        document.put("method", call.method());
        document.put("args", plain(call.args()));
        document.put("kwargs", plain(call.kwargs()));
        document.put("outcome", call.outcome());
        call.failure()
                .ifPresentOrElse(
                        failure -> document.put("error", error(failure)),
                        () -> document.put("result", plain(call.answer().orElse(null))));
        if (call.cut()) {
            document.put("cut", true);
        }
        return document;
    }

    private static Map<String, Object> error(JournalEntry.Failure failure) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("name", failure.name());
        error.put("message", failure.message());
        return error;
    }

    /** What came of a verification, with the text for people as {@code message}. */
    public static Map<String, Object> of(Verdict verdict) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("verified", verdict.holds());
        document.put("count", verdict.matching().size());
        document.put("message", verdict.text());
        document.put("dropped", verdict.dropped());
        List<Object> misses = new ArrayList<>();
        for (NearMiss miss : verdict.nearMisses()) {
            Map<String, Object> near = new LinkedHashMap<>();
            near.put("call", of(miss.call()));
            near.put("differences", miss.differences());
            misses.add(near);
        }
        document.put("near_misses", misses);
        return document;
    }

    /** A wire value in which what JSON lacks has become text: bytes as base64, moments as Odoo writes them. */
    static Object plain(Object value) {
        if (value instanceof Map<?, ?> members) {
            Map<String, Object> plain = new LinkedHashMap<>();
            members.forEach((name, member) -> plain.put(String.valueOf(name), plain(member)));
            return plain;
        }
        if (value instanceof List<?> items) {
            List<Object> plain = new ArrayList<>(items.size());
            items.forEach(item -> plain.add(plain(item)));
            return plain;
        }
        if (value == null || value instanceof String || value instanceof Number || value instanceof Boolean) {
            return value instanceof Double number && !Double.isFinite(number) ? number.toString() : value;
        }
        if (value instanceof byte[] bytes) {
            return Base64.getEncoder().encodeToString(bytes);
        }
        if (value instanceof ByteBuffer bytes) {
            return StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
        }
        if (value instanceof RecordsText records) {
            return records.text();
        }
        return value instanceof LocalDateTime time ? TIME.format(time) : value.toString();
    }
}
