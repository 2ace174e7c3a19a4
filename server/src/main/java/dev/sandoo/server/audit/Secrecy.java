package dev.sandoo.server.audit;

import dev.sandoo.server.db.ValueChange;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Which changes are never written down with their values, and which not at all. Both are lists of {@code model.field} with
 * asterisks for anything, in files beside this package. Thread-safe.
 */
final class Secrecy {
    private static final int MOST = 10_000;

    private final List<Pattern> secrets = patterns("secrets.txt");
    private final List<Pattern> unrecorded = patterns("unrecorded.txt");
    private final Map<String, Treatment> treatments = new ConcurrentHashMap<>();

    private enum Treatment {
        WRITE,
        HIDE,
        LEAVE_OUT
    }

    /** What may be written of a change; empty for nothing. */
    Optional<ValueChange> of(ValueChange change) {
        return switch (treatment(change.subject() + "." + change.name())) {
            case WRITE -> Optional.of(change);
            case HIDE -> Optional.of(change.withoutValues());
            case LEAVE_OUT -> Optional.empty();
        };
    }

    private Treatment treatment(String field) {
        if (treatments.size() >= MOST) {
            treatments.clear(); // custom fields come and go
        }
        return treatments.computeIfAbsent(field, this::judge);
    }

    private Treatment judge(String field) {
        if (unrecorded.stream().anyMatch(pattern -> pattern.matcher(field).matches())) {
            return Treatment.LEAVE_OUT;
        }
        return secrets.stream().anyMatch(pattern -> pattern.matcher(field).matches())
                ? Treatment.HIDE
                : Treatment.WRITE;
    }

    private static List<Pattern> patterns(String file) {
        try (InputStream in = Secrecy.class.getResourceAsStream("/audit/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .map(Secrecy::pattern)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Pattern pattern(String glob) {
        return Pattern.compile(
                Pattern.quote(glob).replace("*", "\\E.*\\Q"), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
