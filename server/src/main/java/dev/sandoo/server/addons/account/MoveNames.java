package dev.sandoo.server.addons.account;

import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Records;
import java.util.List;
import java.util.Map;

/** What journal entries, and ways to pay, are called where others name them. Source: entries of each kind on 19.0 and 14.0. */
final class MoveNames implements Addon {
    private static final int LONGEST_REFERENCE = 50;
    private static final Map<String, String> DRAFTS = Map.of(
            "out_invoice", "Draft Invoice",
            "out_refund", "Draft Credit Note",
            "in_invoice", "Draft Bill",
            "in_refund", "Draft Vendor Credit Note",
            "out_receipt", "Draft Sales Receipt",
            "in_receipt", "Draft Purchase Receipt",
            "entry", "Draft Entry");

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .compute(
                        "account.move",
                        List.of("display_name"),
                        List.of("name", "state", "ref", "move_type"),
                        MoveNames::moves)
                .compute("account.incoterms", "display_name", MoveNames::incoterms)
                .computeEach("account.group", "display_name", MoveNames::group)
                .computeEach(
                        "account.payment.method.line",
                        "display_name",
                        List.of("name", "journal_id.name"),
                        MoveNames::method);
    }

    private static void moves(Records moves, Compute.Results results) {
        boolean numbered = moves.env().version().has("account.drafts-slashed");
        for (Records move : moves) {
            String name = MoveNumber.isNumbered(move) ? move.text("name") : numbered ? "(* " + move.id() + ")" : "";
            String shown = "draft".equals(move.get("state"))
                    ? (DRAFTS.getOrDefault(move.text("move_type"), "Draft Entry") + " " + name).strip()
                    : name;
            String ref = move.text("ref");
            String reference = ref.length() > LONGEST_REFERENCE ? ref.substring(0, LONGEST_REFERENCE - 3) + "..." : ref;
            results.set(move.id(), "display_name", ref.isEmpty() ? shown : shown + " (" + reference + ")");
        }
    }

    /** The later version shows the code. */
    private static void incoterms(Records terms, Compute.Results results) {
        boolean coded = terms.env().version().has("account.incoterms-coded");
        for (Records term : terms) {
            String code = term.text("code");
            String prefix = coded && !code.isEmpty() ? "[" + code + "] " : "";
            results.set(term.id(), "display_name", prefix + term.text("name"));
        }
    }

    /** A range of codes, or the one it begins and ends with, before the name. */
    private static Object group(Records group) {
        String first = group.text("code_prefix_start");
        String last = group.text("code_prefix_end");
        String range = last.isEmpty() || last.equals(first) ? first : first + "-" + last;
        return (range.isEmpty() ? "" : range + " ") + group.text("name");
    }

    private static Object method(Records method) {
        String journal = method.sudo().text("journal_id.name");
        String name = method.text("name");
        return journal.isEmpty() ? name : name + " (" + journal + ")";
    }
}
