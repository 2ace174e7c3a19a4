package dev.sandoo.server.addons.account;

import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.orm.Records;
import java.time.LocalDate;
import java.util.Map;

/** The numbers of journal entries: code of the journal, year, mostly month, and a counter within. */
final class MoveNumber {
    private MoveNumber() {}

    static boolean isNumbered(Records move) {
        String name = move.text("name");
        return !name.isEmpty() && !name.equals("/");
    }

    /** Numbers an entry that has no number yet. */
    static void give(Records move) {
        if (!isNumbered(move)) {
            write(move, prefix(move), last(move) + 1);
        }
    }

    /** Numbers an entry when it is the first of its journal and period, as 14.0 does with drafts. */
    static void giveFirst(Records move) {
        if (!isNumbered(move) && last(move) == 0) {
            write(move, prefix(move), 1);
        }
    }

    private static void write(Records move, String prefix, int number) {
        String digits = isYearly(move) ? "%05d" : "%04d";
        move.sudo()
                .writeQuietly(Map.of(
                        "name",
                        prefix + String.format(digits, number),
                        "sequence_prefix",
                        prefix,
                        "sequence_number",
                        number));
    }

    private static int last(Records move) {
        Condition same = Condition.term("journal_id", Operator.EQUALS, move.integer("journal_id"))
                .and(Condition.term("sequence_prefix", Operator.EQUALS, prefix(move)));
        int last = 0;
        for (Records numbered : move.env().sudo().model("account.move").search(same)) {
            last = Math.max(last, numbered.integer("sequence_number"));
        }
        return last;
    }

    /** The entries of payments have numbers of their own where the journal says so. */
    private static boolean isPayment(Records move) {
        return move.model().fields().containsKey("origin_payment_id")
                && move.integer("origin_payment_id") != 0
                && move.sudo().bool("journal_id.payment_sequence");
    }

    private static boolean isYearly(Records move) {
        return isPayment(move)
                || "sale".equals(move.sudo().get("journal_id.type"))
                        && move.env().version().has("account.sales-numbered-yearly");
    }

    private static String prefix(Records move) {
        Records journal = move.sudo().records("journal_id");
        LocalDate date = move.date("date");
        boolean refund = new MoveKind(move.text("move_type")).isRefund() && journal.bool("refund_sequence");
        String year = (refund ? "R" : isPayment(move) ? "P" : "") + journal.text("code") + "/" + date.getYear() + "/";
        return isYearly(move) ? year : year + String.format("%02d/", date.getMonthValue());
    }
}
