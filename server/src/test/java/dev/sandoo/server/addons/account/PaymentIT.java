package dev.sandoo.server.addons.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sandoo.server.rpc.TestRpc;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Payments, reversals and invoices of orders. Recorded: biz_account, biz_sale; in part asked of both real versions. */
class PaymentIT {
    private static final String MOVE = "account.move";
    private static final String REGISTER = "account.payment.register";

    @AutoClose
    private TestRpc rpc;

    @ParameterizedTest
    @CsvSource({"19.0, paid, PBNK1/", "14.0, posted, BNK1/"})
    void invoiceIsPaidByTheWizard(String version, String state, String number) {
        rpc = new TestRpc(version);
        int invoice = invoice("out_invoice");

        pay(invoice, Map.of());

        assertEquals("0.0 paid", read(MOVE, invoice, "amount_residual") + " " + read(MOVE, invoice, "payment_state"));
        Map<?, ?> payment = lastPayment();
        assertEquals(
                "100.0 inbound " + state,
                payment.get("amount") + " " + payment.get("payment_type") + " " + payment.get("state"));
        assertTrue(payment.get("name").toString().startsWith(number), payment.toString());
        assertEquals(List.of(invoice), payment.get("reconciled_invoice_ids"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void partOfAnInvoiceIsPaid(String version) {
        rpc = new TestRpc(version);
        int invoice = invoice("out_invoice");

        pay(invoice, Map.of("amount", 30));

        assertEquals(
                "70.0 partial", read(MOVE, invoice, "amount_residual") + " " + read(MOVE, invoice, "payment_state"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void paidInvoiceCannotBePaidAgain(String version) {
        rpc = new TestRpc(version);
        int invoice = invoice("out_invoice");
        pay(invoice, Map.of());

        String refusal = TestRpc.refusal(() -> wizard(REGISTER, invoice, Map.of("journal_id", bank())));

        assertTrue(refusal.contains("nothing left to pay"), refusal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void cancelledPaymentLeavesTheInvoiceOpen(String version) {
        rpc = new TestRpc(version);
        int invoice = invoice("out_invoice");
        pay(invoice, Map.of());

        rpc.admin("account.payment", "action_cancel", List.of(lastPayment().get("id")));

        assertEquals(
                "100.0 not_paid", read(MOVE, invoice, "amount_residual") + " " + read(MOVE, invoice, "payment_state"));
    }

    @ParameterizedTest
    @CsvSource({"19.0, refund_moves", "14.0, reverse_moves"})
    void invoiceIsReversedByADraftCreditNote(String version, String method) {
        rpc = new TestRpc(version);
        int invoice = invoice("out_invoice");
        int wizard = wizard("account.move.reversal", invoice, Map.of("reason", "wrong"));

        Map<?, ?> action = (Map<?, ?>) rpc.admin("account.move.reversal", method, List.of(wizard));

        int note = (Integer) action.get("res_id");
        assertEquals(
                "out_refund draft 100.0",
                read(MOVE, note, "move_type") + " " + read(MOVE, note, "state") + " "
                        + read(MOVE, note, "amount_total"));
        assertEquals("Reversal of: " + read(MOVE, invoice, "name") + ", wrong", read(MOVE, note, "ref"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void confirmedOrderIsInvoicedOnce(String version) {
        rpc = new TestRpc(version);
        int product = create(
                "product.product",
                Map.of(
                        "name",
                        "S",
                        "type",
                        "service",
                        "invoice_policy",
                        "order",
                        "taxes_id",
                        List.of(List.of(6, 0, List.of()))));
        int order = create(
                "sale.order",
                Map.of(
                        "partner_id",
                        1,
                        "order_line",
                        List.of(List.of(0, 0, Map.of("product_id", product, "product_uom_qty", 2, "price_unit", 50)))));
        rpc.admin("sale.order", "action_confirm", List.of(order));
        Map<String, Object> context =
                Map.of("active_model", "sale.order", "active_id", order, "active_ids", List.of(order));
        Object wizard = call(
                "sale.advance.payment.inv", "create", List.of(Map.of("advance_payment_method", "delivered")), context);

        call("sale.advance.payment.inv", "create_invoices", List.of(List.of(wizard)), context);

        List<?> invoices = (List<?>) read("sale.order", order, "invoice_ids");
        assertEquals(1, invoices.size());
        assertEquals("invoiced", read("sale.order", order, "invoice_status"));
        assertEquals(100.0, read(MOVE, (Integer) invoices.get(0), "amount_total"));
        String again = TestRpc.refusal(
                () -> call("sale.advance.payment.inv", "create_invoices", List.of(List.of(wizard)), context));
        assertTrue(again.contains("to invoice"), again);
    }

    private void pay(int invoice, Map<String, Object> more) {
        Map<String, Object> values = new HashMap<>(more);
        values.put("journal_id", bank());
        int wizard = wizard(REGISTER, invoice, values);
        rpc.admin(REGISTER, "action_create_payments", List.of(wizard));
    }

    private int wizard(String model, int invoice, Map<String, Object> values) {
        return (Integer)
                call(model, "create", List.of(values), Map.of("active_model", MOVE, "active_ids", List.of(invoice)));
    }

    private Map<?, ?> lastPayment() {
        return (Map<?, ?>) ((List<?>) rpc.admin(
                        "account.payment",
                        "search_read",
                        List.of(),
                        List.of("name", "amount", "payment_type", "state", "reconciled_invoice_ids")))
                .get(0);
    }

    private Object bank() {
        return ((List<?>) rpc.admin("account.journal", "search", List.of(List.of("type", "=", "bank")))).get(0);
    }

    private int invoice(String type) {
        int invoice = create(
                MOVE,
                Map.of(
                        "move_type",
                        type,
                        "partner_id",
                        1,
                        "invoice_line_ids",
                        List.of(List.of(
                                0,
                                0,
                                Map.of(
                                        "name",
                                        "Work",
                                        "quantity",
                                        2,
                                        "price_unit",
                                        50,
                                        "tax_ids",
                                        List.of(List.of(6, 0, List.of())))))));
        rpc.admin(MOVE, "action_post", List.of(invoice));
        return invoice;
    }

    private int create(String model, Map<String, Object> values) {
        return (Integer) rpc.admin(model, "create", values);
    }

    private Object read(String model, int id, String field) {
        return ((Map<?, ?>) ((List<?>) rpc.admin(model, "read", List.of(id), List.of(field))).get(0)).get(field);
    }

    private Object call(String model, String method, List<Object> arguments, Map<String, Object> context) {
        return rpc.executeKw(TestRpc.ADMIN, "admin", model, method, arguments, Map.of("context", context));
    }
}
