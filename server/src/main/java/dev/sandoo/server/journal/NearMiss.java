package dev.sandoo.server.journal;

import java.util.Comparator;
import java.util.List;

/**
 * A call that was nearly one of those looked for.
 *
 * @param differences what kept it from being one, each in words
 */
public record NearMiss(JournalEntry call, List<String> differences) {
    private static final int SHOWN = 5;

    public NearMiss {
        differences = List.copyOf(differences);
    }

    /** The calls that come nearest to those meant, the nearest first. A call of another model and method is not near. */
    static List<NearMiss> of(CallFilter meant, List<JournalEntry> calls) {
        return calls.stream()
                .map(call -> new NearMiss(call, meant.differences(call)))
                .filter(miss -> !miss.differences().isEmpty() && miss.isNear(meant))
                .sorted(Comparator.comparingInt((NearMiss miss) -> miss.distance(meant))
                        .thenComparing(miss -> -miss.call().number()))
                .limit(SHOWN)
                .toList();
    }

    private boolean isNear(CallFilter meant) {
        return hasModel(meant) || hasMethod(meant);
    }

    /** Another model or method weighs more than all arguments. */
    private int distance(CallFilter meant) {
        return differences.size() + (hasModel(meant) ? 0 : 200) + (hasMethod(meant) ? 0 : 100);
    }

    private boolean hasModel(CallFilter meant) {
        return meant.model().map(glob -> glob.fits(call.model())).orElse(true);
    }

    private boolean hasMethod(CallFilter meant) {
        return meant.method().map(glob -> glob.fits(call.method())).orElse(true);
    }
}
