package dev.sandoo.server.addons.stock;

import dev.sandoo.server.orm.Records;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What the states of its moves make of a transfer. */
final class TransferState {
    /** From what keeps a transfer waiting most to what is ready. */
    private static final List<String> READINESS = List.of("confirmed", "partially_available", "waiting", "assigned");

    private record Step(String state, double demand) {}

    private TransferState() {}

    static String of(Records transfer) {
        Records moves = transfer.records("move_ids");
        List<Object> states = List.copyOf(moves.values("state").values());
        if (states.isEmpty()) {
            return "cancel".equals(transfer.get("state")) ? "cancel" : "draft";
        }
        if (states.contains("draft")) {
            return "draft";
        }
        if (states.stream().allMatch("cancel"::equals)) {
            return "cancel";
        }
        if (states.stream().allMatch(state -> state.equals("cancel") || state.equals("done"))) {
            return "done";
        }
        if (Locations.isBoundless(transfer.records("location_id"))) {
            return "assigned";
        }
        String state = "one".equals(transfer.get("move_type")) ? slowest(open(moves)) : quickest(open(moves));
        return state.equals("partially_available") ? "assigned" : state;
    }

    private static List<Step> open(Records moves) {
        List<Step> open = new ArrayList<>();
        for (Records move : TransferFields.open(moves)) {
            open.add(new Step(move.text("state"), move.number("product_uom_qty")));
        }
        open.sort(Comparator.comparingInt((Step step) -> READINESS.indexOf(step.state()))
                .thenComparingDouble(Step::demand));
        return open;
    }

    /** A transfer that goes all at once waits for its slowest move. */
    private static String slowest(List<Step> open) {
        Step first = open.get(0);
        return switch (first.state()) {
            case "confirmed" -> first.demand() == 0 ? "assigned" : "confirmed";
            case "partially_available" -> "confirmed";
            default -> first.state();
        };
    }

    /** Any other is ready when something can go. */
    private static String quickest(List<Step> open) {
        if (open.stream().anyMatch(step -> step.state().equals("partially_available"))) {
            return "partially_available";
        }
        Step last = open.get(open.size() - 1);
        return last.state().equals("confirmed") && last.demand() == 0 ? "assigned" : last.state();
    }
}
