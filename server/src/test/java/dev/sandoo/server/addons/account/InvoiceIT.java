package dev.sandoo.server.addons.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sandoo.server.TestModels;
import dev.sandoo.server.error.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Invoices and entries: amounts, items, numbers and states. Expectations recorded from 19.0 and 14.0. */
class InvoiceIT {
    @AutoClose
    private TestModels models;

    private void open(String version) {
        models = new TestModels(version);
    }

    private Object call(String model, String method, List<?> args, Map<String, ?> kwargs) {
        return models.call(model, method, args, kwargs);
    }

    private int create(String model, Map<String, ?> values) {
        return (Integer) call(model, "create", List.of(values), Map.of());
    }

    private Map<?, ?> read(int move, String... fields) {
        Object rows = call("account.move", "read", List.of(List.of(move), List.of(fields)), Map.of());
        return (Map<?, ?>) ((List<?>) rows).get(0);
    }

    @SafeVarargs
    private final int invoice(Map<String, ?>... lines) {
        List<Object> commands = new ArrayList<>();
        for (Map<String, ?> line : lines) {
            commands.add(List.of(0, 0, line));
        }
        int partner = create("res.partner", Map.of("name", "Invoiced"));
        return create(
                "account.move",
                Map.of("move_type", "out_invoice", "partner_id", partner, "invoice_line_ids", commands));
    }

    private int plainInvoice() {
        return invoice(
                Map.of("name", "Work", "quantity", 2, "price_unit", 50, "tax_ids", List.of(List.of(6, 0, List.of()))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void draftInvoiceSumsItsLinesAndTaxes(String version) {
        open(version);
        int tax = create(
                "account.tax", Map.of("name", "Ten", "amount", 10, "amount_type", "percent", "type_tax_use", "sale"));

        int invoice = invoice(
                Map.of(
                        "name",
                        "Taxed",
                        "quantity",
                        3,
                        "price_unit",
                        33.33,
                        "tax_ids",
                        List.of(List.of(6, 0, List.of(tax)))),
                Map.of("name", "Free", "price_unit", 0.01, "tax_ids", List.of(List.of(6, 0, List.of()))));

        Map<?, ?> read = read(invoice, "amount_untaxed", "amount_tax", "amount_total", "amount_residual");
        assertEquals(100.0, read.get("amount_untaxed"));
        assertEquals(10.0, read.get("amount_tax"));
        assertEquals(110.0, read.get("amount_total"));
        assertEquals(110.0, read.get("amount_residual"));
        List<Object> domain =
                List.of(List.of("move_id", "=", invoice), List.of("tax_line_id", "=", tax), List.of("credit", "=", 10));
        assertEquals(1, call("account.move.line", "search_count", List.of(domain), Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void itemsOfAnInvoiceBalance(String version) {
        open(version);

        int invoice = plainInvoice();

        List<Object> domain = List.of(List.of("move_id", "=", invoice));
        List<?> items = (List<?>) call(
                "account.move.line",
                "search_read",
                List.of(domain),
                Map.of("fields", List.of("balance"), "order", "balance"));
        assertEquals(-100.0, ((Map<?, ?>) items.get(0)).get("balance"));
        assertEquals(100.0, ((Map<?, ?>) items.get(1)).get("balance"));
    }

    @ParameterizedTest
    @CsvSource({"19.0,INV/\\d{4}/\\d{5}", "14.0,INV/\\d{4}/\\d{2}/\\d{4}"})
    void postingNumbersAndResettingKeepsTheNumber(String version, String pattern) {
        open(version);
        int invoice = plainInvoice();

        call("account.move", "action_post", List.of(List.of(invoice)), Map.of());
        Object name = read(invoice, "name").get("name");
        call("account.move", "button_draft", List.of(List.of(invoice)), Map.of());

        assertEquals(true, name.toString().matches(pattern), name.toString());
        assertEquals(Map.of("id", invoice, "name", name, "state", "draft"), read(invoice, "name", "state"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void changedLinesChangeTheSums(String version) {
        open(version);
        int invoice = plainInvoice();
        Object line = ((List<?>) read(invoice, "invoice_line_ids").get("invoice_line_ids")).get(0);

        call(
                "account.move",
                "write",
                List.of(
                        List.of(invoice),
                        Map.of("invoice_line_ids", List.of(List.of(1, line, Map.of("price_unit", 10))))),
                Map.of());

        assertEquals(20.0, read(invoice, "amount_total").get("amount_total"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void postingNothingIsRefused(String version) {
        open(version);
        int invoice = invoice();

        assertThrows(UserError.class, () -> call("account.move", "action_post", List.of(List.of(invoice)), Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void unbalancedEntryIsRefused(String version) {
        open(version);
        Map<String, Object> entry =
                Map.of("move_type", "entry", "line_ids", List.of(List.of(0, 0, Map.of("account_id", 24, "debit", 5))));

        assertThrows(UserError.class, () -> create("account.move", entry));
    }

    @ParameterizedTest
    @CsvSource({"19.0,account_type,income", "14.0,user_type_id,13"})
    void accountIsFoundByItsCode(String version, String field, String type) {
        open(version);

        int account = create(
                "account.account",
                Map.of("name", "Shop", "code", "4711", field, type.equals("13") ? (Object) 13 : type));

        List<Object> domain = List.of(List.of("code", "=", "4711"));
        assertEquals(List.of(account), call("account.account", "search", List.of(domain), Map.of()));
    }
}
