package dev.sandoo.server.journal;

import java.util.List;

/**
 * What came of a verification.
 *
 * @param matching the calls that match, the oldest first
 * @param nearMisses when there were too few: what came near
 * @param dropped how many calls had to make room before, so that the count may be too low
 */
public record Verdict(Verification verification, List<JournalEntry> matching, List<NearMiss> nearMisses, long dropped) {
    private static final int SHOWN = 5;

    public Verdict {
        matching = List.copyOf(matching);
        nearMisses = List.copyOf(nearMisses);
    }

    static Verdict of(Verification verification, Journal.Found all) {
        CallFilter meant = verification.calls();
        List<JournalEntry> matching =
                all.entries().stream().filter(meant::matches).toList();
        boolean tooFew = matching.size() < verification.least();
        return new Verdict(
                verification, matching, tooFew ? NearMiss.of(meant, all.entries()) : List.of(), all.dropped());
    }

    /** Whether there were as many calls as there should have been. */
    public boolean holds() {
        return verification.allows(matching.size());
    }

    /** For people: what was expected, what there was, and what came near. */
    public String text() {
        StringBuilder text = new StringBuilder("Expected ")
                .append(verification.wanted())
                .append(' ')
                .append(verification.calls())
                .append("; there ")
                .append(counted())
                .append(".\n");
        matching.stream()
                .limit(SHOWN)
                .forEach(call -> text.append("  ").append(CallText.of(call)).append('\n'));
        if (matching.size() > SHOWN) {
            text.append("  … and ").append(matching.size() - SHOWN).append(" more\n");
        }
        if (!nearMisses.isEmpty()) {
            text.append("Near misses:\n");
        }
        for (NearMiss miss : nearMisses) {
            text.append("  ").append(CallText.of(miss.call())).append('\n');
            miss.differences()
                    .forEach(line -> text.append("      ").append(line).append('\n'));
        }
        if (dropped > 0) {
            text.append("The journal is full: ")
                    .append(dropped)
                    .append(" older calls were dropped and not looked at.\n");
        }
        return text.toString();
    }

    private String counted() {
        return switch (matching.size()) {
            case 0 -> "was none";
            case 1 -> "was 1";
            default -> "were " + matching.size();
        };
    }
}
