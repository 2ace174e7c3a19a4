package dev.sandoo.server.addons.account;

import java.util.Set;

/** What a journal entry is for: an invoice of some kind, or nothing but an entry. */
record MoveKind(String type) {
    private static final Set<String> CREDITED = Set.of("out_invoice", "out_receipt", "in_refund");

    boolean isInvoice() {
        return !type.equals("entry");
    }

    boolean isSale() {
        return type.startsWith("out_");
    }

    boolean isPurchase() {
        return type.startsWith("in_");
    }

    boolean isRefund() {
        return type.endsWith("_refund");
    }

    /** The type of the journals that it is kept in. */
    String journalType() {
        return isSale() ? "sale" : isPurchase() ? "purchase" : "general";
    }

    /** The sign of what is sold or bought as a balance: sales are credited. */
    int lineSign() {
        return CREDITED.contains(type) ? -1 : 1;
    }

    /** The sign of the document's amounts for the company: what it spends is negative. */
    int companySign() {
        return -lineSign();
    }
}
