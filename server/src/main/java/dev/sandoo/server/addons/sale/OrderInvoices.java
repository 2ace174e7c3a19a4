package dev.sandoo.server.addons.sale;

import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.UserError;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Arguments;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.ModelHooks;
import dev.sandoo.server.orm.Records;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * {@code sale.advance.payment.inv}: drafts the invoices of orders, one for each partner and currency. Source: biz_sale
 * invoice-by-wizard, and orders with sections, references and company on 19.0 and 14.0.
 */
final class OrderInvoices implements Addon, ModelHooks {
    private static final String WIZARD = "sale.advance.payment.inv";

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours.hooks(WIZARD, this).method(WIZARD, "create_invoices", OrderInvoices::create);
    }

    @Override
    public void beforeDefaults(Environment env, List<Map<String, Object>> wizards) {
        List<Integer> orders = ofContext(env);
        for (Map<String, Object> values : wizards) {
            if (env.registry().model(WIZARD).fields().containsKey("sale_order_ids")) {
                values.putIfAbsent("sale_order_ids", List.of(List.of(6, 0, orders)));
            }
            values.putIfAbsent("count", orders.size());
        }
    }

    private static List<Integer> ofContext(Environment env) {
        return env.context().ids("active_ids");
    }

    private static Object create(Records wizard, Arguments arguments) {
        wizard.requireReadable();
        if (!wizard.text("advance_payment_method").equals("delivered")) {
            throw PythonError.notEmulated(
                    "Sandoo does not emulate down payments: sale.advance.payment.inv drafts regular invoices only");
        }
        Environment env = wizard.env();
        boolean kept = wizard.model().fields().containsKey("sale_order_ids");
        Records orders = kept ? wizard.records("sale_order_ids") : env.records(SaleAddon.ORDER, ofContext(env));
        List<Records> made = draft(orders);
        return kept ? invoicesAction(orders, made) : new LinkedHashMap<>(Map.of("type", "ir.actions.act_window_close"));
    }

    /** The invoices of orders, in their order. */
    private static List<Records> draft(Records orders) {
        Map<List<Integer>, List<Records>> groups = new LinkedHashMap<>();
        for (Records order : orders) {
            if (!open(order).isEmpty()) {
                List<Integer> key = List.of(
                        order.integer("partner_invoice_id"), order.integer("currency_id"), order.integer("company_id"));
                groups.computeIfAbsent(key, k -> new ArrayList<>()).add(order);
            }
        }
        if (groups.isEmpty()) {
            throw new UserError(orders.env().version().message("sale.invoice.nothing"));
        }
        List<Records> made = new ArrayList<>();
        groups.values().forEach(group -> made.add(draft(group)));
        return made;
    }

    private static Records draft(List<Records> orders) {
        Records first = orders.get(0);
        Environment env = first.env().with(first.env().context().withoutDefaults());
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("move_type", "out_invoice");
        values.put("ref", joined(orders, OrderInvoices::reference));
        values.put("invoice_origin", joined(orders, order -> order.text("name")));
        values.put("narration", first.get("note") == null ? false : first.get("note"));
        values.put("partner_id", first.integer("partner_invoice_id"));
        values.put("invoice_user_id", orFalse(first.integer("user_id")));
        for (String name :
                List.of("partner_shipping_id", "team_id", "fiscal_position_id", "currency_id", "company_id")) {
            values.put(name, orFalse(first.integer(name)));
        }
        values.put("invoice_payment_term_id", orFalse(first.integer("payment_term_id")));
        List<Object> lines = new ArrayList<>();
        for (Records order : orders) {
            for (Records line : open(order)) {
                lines.add(List.of(0, 0, line(line, lines.size())));
            }
        }
        values.put("invoice_line_ids", lines);
        Records invoice = env.sudo().model("account.move").create(values);
        for (Records order : orders) {
            order.sudo().records("order_line").recompute("qty_invoiced");
        }
        return invoice;
    }

    private static Object orFalse(int id) {
        return id == 0 ? (Object) false : id;
    }

    private static String joined(List<Records> orders, Function<Records, String> text) {
        return orders.stream()
                .map(text)
                .filter(one -> !one.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String reference(Records order) {
        String given = order.text("client_order_ref");
        boolean named = order.env().version().has("sale.invoices-named-by-order");
        return given.isEmpty() && named ? order.text("name") : given;
    }

    /** The lines to invoice, each section before the first of its lines. */
    private static List<Records> open(Records order) {
        List<Records> lines = new ArrayList<>();
        Records section = null;
        boolean something = false;
        for (Records line : order.records("order_line")) {
            String kind = line.text("display_type");
            if (kind.equals("line_section")) {
                section = line;
                continue;
            }
            boolean note = kind.equals("line_note");
            if (!note && line.number("qty_to_invoice") <= 0) {
                continue;
            }
            something |= !note;
            if (section != null) {
                lines.add(section);
                section = null;
            }
            lines.add(line);
        }
        return something ? lines : List.of();
    }

    private static Map<String, Object> line(Records line, int position) {
        boolean typed = line.env().version().has("sale.invoices-named-by-order");
        String kind = line.text("display_type");
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("display_type", kind.isEmpty() ? typed ? "product" : false : kind);
        values.put("sequence", typed ? position : position + 1);
        values.put("name", typed ? described(line) : line.text("name"));
        values.put("sale_line_ids", List.of(List.of(6, 0, List.of(line.id()))));
        if (kind.isEmpty()) {
            String unit = line.model().fields().containsKey("product_uom_id") ? "product_uom_id" : "product_uom";
            String taxes = line.model().fields().containsKey("tax_ids") ? "tax_ids" : "tax_id";
            values.put("product_id", orFalse(line.integer("product_id")));
            values.put("product_uom_id", orFalse(line.integer(unit)));
            values.put("quantity", line.number("qty_to_invoice"));
            values.put("discount", line.number("discount"));
            values.put("price_unit", line.number("price_unit"));
            values.put("tax_ids", List.of(List.of(6, 0, line.records(taxes).ids())));
        }
        return values;
    }

    /** The later version has the product's name above what the order says of it. */
    private static String described(Records line) {
        String product = line.text("product_id.display_name");
        String name = line.text("name");
        return product.isEmpty() || name.startsWith(product) ? name : product + "\n" + name;
    }

    /** Where the web client goes on. */
    private static Object invoicesAction(Records orders, List<Records> made) {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("default_move_type", "out_invoice");
        if (orders.size() == 1) {
            context.put("default_partner_id", orders.integer("partner_id"));
            context.put("default_partner_shipping_id", orders.integer("partner_shipping_id"));
            int term = orders.integer("payment_term_id");
            // Null when there is none, which XML-RPC cannot carry: clients of 19.0 know the fault.
            context.put("default_invoice_payment_term_id", term == 0 ? null : term);
            context.put("default_invoice_origin", orders.text("name"));
        }
        Map<String, Object> action = new LinkedHashMap<>();
        action.put("name", "Invoices");
        action.put("type", "ir.actions.act_window");
        action.put("res_model", "account.move");
        action.put("context", context);
        action.put("view_mode", made.size() == 1 ? "form" : "list,form");
        if (made.size() == 1) {
            action.put("res_id", made.get(0).id());
        } else {
            action.put(
                    "domain",
                    List.of(List.of("id", "in", made.stream().map(Records::id).toList())));
        }
        return action;
    }
}
