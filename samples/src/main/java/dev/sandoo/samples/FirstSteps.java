package dev.sandoo.samples;

import dev.sandoo.client.Command;
import dev.sandoo.client.Domain;
import dev.sandoo.client.OdooClient;
import dev.sandoo.client.OdooFault;
import dev.sandoo.client.OdooRecord;
import dev.sandoo.client.Query;
import java.util.List;
import java.util.Map;

/** First steps with the client: log in, create, search, read, write, sell, delete, and what an error looks like. */
public final class FirstSteps {
    private FirstSteps() {}

    /** Arguments: URL, database, login, secret; else ODOO_URL, ODOO_DB, ODOO_LOGIN, ODOO_SECRET; else a local Sandoo. */
    public static void main(String[] args) {
        String url = setting(args, 0, "ODOO_URL", "http://127.0.0.1:8069");
        String database = setting(args, 1, "ODOO_DB", "demo");
        String login = setting(args, 2, "ODOO_LOGIN", "admin");
        OdooClient odoo = OdooClient.connect(url, database, login, setting(args, 3, "ODOO_SECRET", "admin"));
        System.out.printf("Logged in to Odoo %s as user %d%n", odoo.serverVersion(), odoo.uid());

        // A company with two tags and two contacts.
        List<Map<String, String>> tagNames = List.of(Map.of("name", "Sample: east"), Map.of("name", "Sample: west"));
        List<Integer> tags = odoo.create("res.partner.category", tagNames);
        var ada = Command.create(Map.of("name", "Ada Sample", "email", "ada@sample.example"));
        var bert = Command.create(Map.of("name", "Bert Sample", "email", "bert@sample.example"));
        var people = List.of(ada, bert);
        var tagged = List.of(Command.set(tags));
        int company =
                odoo.create("res.partner", Map.of("name", "Sample Co", "child_ids", people, "category_id", tagged));
        System.out.printf("Created company %d with tags %s%n", company, tags);

        // Search with a domain, then read some fields.
        Domain withMail =
                Domain.field("parent_id").is(company).and(Domain.field("email").matches("%@sample.example"));
        List<Integer> contacts =
                odoo.search("res.partner", Query.where(withMail).orderBy("name"));
        for (OdooRecord contact : odoo.read("res.partner", contacts, "name", "parent_id")) {
            String name = contact.text("name").orElseThrow();
            String employer = contact.reference("parent_id").orElseThrow().name();
            System.out.printf("Contact %d: %s of %s%n", contact.id(), name, employer);
        }

        // Write to all of them at once, then search and read in one go.
        odoo.write("res.partner", contacts, Map.of("phone", "+32 4 000 00 00"));
        odoo.searchRead("res.partner", Query.where(withMail).select("phone").orderBy("name desc"))
                .forEach(contact ->
                        System.out.println("Phone: " + contact.text("phone").orElse("-")));

        // A quotation with two lines; the server adds it up.
        int product = odoo.create("product.product", Map.of("name", "Sample Lamp", "list_price", 40.0));
        var two = Command.create(Map.of("product_id", product, "product_uom_qty", 2, "price_unit", 40.0));
        var one = Command.create(Map.of("product_id", product, "product_uom_qty", 1, "price_unit", 35.5));
        int order = odoo.create("sale.order", Map.of("partner_id", company, "order_line", List.of(two, one)));
        OdooRecord quotation =
                odoo.read("sale.order", List.of(order), "amount_untaxed").get(0);
        System.out.println("Quotation: " + quotation.decimal("amount_untaxed").orElseThrow() + " before tax");

        // Whatever the server refuses is a fault of some kind.
        try {
            odoo.read("res.partner", contacts, "no_such_field");
        } catch (OdooFault fault) {
            System.out.println(fault.kind() + ": " + fault.getMessage());
        }

        odoo.unlink("sale.order", List.of(order));
        odoo.unlink("product.product", List.of(product));
        odoo.unlink("res.partner", contacts);
        odoo.unlink("res.partner", List.of(company));
        odoo.unlink("res.partner.category", tags);
        System.out.println("Left over: " + odoo.searchCount("res.partner", withMail));
    }

    private static String setting(String[] args, int index, String variable, String fallback) {
        return args.length > index ? args[index] : System.getenv().getOrDefault(variable, fallback);
    }
}
