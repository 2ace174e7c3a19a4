package dev.sandoo.server.addons.product;

import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Records;
import java.util.ArrayList;
import java.util.List;

/** What products are called: {@code [CODE] Name (Red, M)}. */
public final class ProductNames {
    private ProductNames() {}

    static void products(Records products, Compute.Results results) {
        for (Records product : products) {
            results.set(product.id(), "display_name", coded(product, full(product)));
        }
    }

    static void templates(Records templates, Compute.Results results) {
        for (Records template : templates) {
            results.set(template.id(), "display_name", coded(template, template.text("name")));
        }
    }

    /** A price list is called by its currency as well. */
    static void pricelists(Records lists, Compute.Results results) {
        for (Records list : lists) {
            results.set(list.id(), "display_name", list.text("name") + " (" + list.text("currency_id.name") + ")");
        }
    }

    static void attributeValues(Records values, Compute.Results results) {
        for (Records value : values) {
            boolean alone = !value.env().context().isTrue("show_attribute", true);
            String name = value.text("name");
            results.set(value.id(), "display_name", alone ? name : value.text("attribute_id.name") + ": " + name);
        }
    }

    /** What an order line says of a product: its name with code, and its description for customers. */
    public static String forCustomers(Records product) {
        String description = product.text("description_sale");
        String name = product.text("display_name");
        return description.isEmpty() ? name : name + "\n" + description;
    }

    private static String coded(Records product, String name) {
        String code = product.text("default_code");
        boolean shown = product.env().context().isTrue("display_default_code", true);
        return code.isEmpty() || !shown ? name : "[" + code + "] " + name;
    }

    private static String full(Records product) {
        List<String> values = new ArrayList<>();
        for (Records value : product.records("product_template_attribute_value_ids")) {
            boolean single =
                    value.records("attribute_line_id").records("value_ids").size() < 2;
            if (!single && !"no_variant".equals(value.get("attribute_id.create_variant"))) {
                values.add(value.text("name"));
            }
        }
        String name = product.text("name");
        return values.isEmpty() ? name : name + " (" + String.join(", ", values) + ")";
    }
}
