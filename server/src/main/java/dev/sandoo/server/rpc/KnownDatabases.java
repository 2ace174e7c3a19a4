package dev.sandoo.server.rpc;

import dev.sandoo.server.db.Databases;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which databases clients get to see, and which one serves a request that names none. A filter narrows them by the host name
 * that the client used. Thread-safe.
 */
public final class KnownDatabases {
    /** Every request that names no database asks; another node's news may take so long to get here. */
    private static final long FRESH_NANOS = Duration.ofMillis(500).toNanos();

    private final Databases databases;
    private final Optional<String> filter;
    private volatile Listing listing = new Listing(List.of(), System.nanoTime() - FRESH_NANOS);

    /** @param filter a regular expression that names must begin with; {@code %h} and {@code %d} stand for the host and its first part */
    public KnownDatabases(Databases databases, Optional<String> filter) {
        this.databases = Objects.requireNonNull(databases, "databases");
        this.filter = Objects.requireNonNull(filter, "filter");
    }

    private record Listing(List<String> names, long time) {}

    /** Their names, sorted. */
    public List<String> list(String host) {
        List<String> names = databases.list();
        listing = new Listing(names, System.nanoTime());
        return filtered(names, host);
    }

    /**
     * All of them: what the service {@code db} tells, whatever host it was asked by. Source: asked of a 19.0 with a filter.
     */
    List<String> list() {
        return databases.list();
    }

    /** Whether the host may see a database of this name, be there one or not. */
    boolean isVisible(String name, String host) {
        return passes(name, host);
    }

    /** Whether a host is not to see any database. Without a filter nobody needs to look. */
    public boolean noneFor(String host) {
        return filter.isPresent() && list(host).isEmpty();
    }

    /**
     * Refuses what cannot be a filter.
     *
     * @throws java.util.regex.PatternSyntaxException for what is no regular expression
     */
    public static void checkFilter(String filter) {
        pattern(filter, "www.example.com");
    }

    /** Whether there is one with this name that the host may see. */
    public boolean has(String name, String host) {
        return passes(name, host) && databases.open(name).isPresent();
    }

    /** The one there is, when there is just one. */
    public Optional<String> only(String host) {
        Listing known = listing;
        boolean fresh = System.nanoTime() - known.time() < FRESH_NANOS;
        List<String> names = fresh ? filtered(known.names(), host) : list(host);
        return names.size() == 1 ? Optional.of(names.get(0)) : Optional.empty();
    }

    /** Lets go of what is remembered, because a database was made, renamed or dropped. */
    public void changed() {
        listing = new Listing(List.of(), System.nanoTime() - FRESH_NANOS);
    }

    private List<String> filtered(List<String> names, String host) {
        return filter.isEmpty()
                ? names
                : names.stream().filter(name -> passes(name, host)).toList();
    }

    private boolean passes(String name, String host) {
        return filter.map(pattern -> pattern(pattern, host).matcher(name).lookingAt())
                .orElse(true);
    }

    private static Pattern pattern(String filter, String host) {
        String plain = host.replaceFirst(":\\d+$", "").replaceFirst("^www\\.", "");
        String first = plain.replaceFirst("\\..*", "");
        return Pattern.compile(filter.replaceAll("%h", Matcher.quoteReplacement(Pattern.quote(plain)))
                .replaceAll("%d", Matcher.quoteReplacement(Pattern.quote(first))));
    }
}
