package dev.sandoo.server.addons.product;

import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.orm.Records;
import dev.sandoo.server.orm.Rounding;
import java.time.LocalDateTime;

/** What a product costs by a pricelist: the first rule that fits decides, without one the product's own price. */
public final class PricelistPrice {
    private final Records pricelist;
    private final Records product;

    private PricelistPrice(Records pricelist, Records product) {
        this.pricelist = pricelist;
        this.product = product;
    }

    /** @param pricelist one pricelist or none */
    public static PricelistPrice of(Records pricelist, Records product) {
        return new PricelistPrice(pricelist.sudo(), product);
    }

    /** The price of one of these units when so many of them are bought. */
    public double forQuantity(double quantity, Records unit) {
        Records own = product.records("uom_id");
        Records asked = unit.isEmpty() ? own : unit;
        double inOwnUnits = Units.convert(quantity, asked, own);
        return price(inOwnUnits) * Units.convert(1, asked, own);
    }

    private double price(double quantity) {
        for (Records rule : rules()) {
            if (fits(rule, quantity)) {
                return byRule(rule, quantity);
            }
        }
        return product.number("lst_price");
    }

    private Records rules() {
        Records items = pricelist.env().model("product.pricelist.item");
        return pricelist.isEmpty()
                ? items
                : items.search(Condition.term("pricelist_id", Operator.EQUALS, pricelist.id()));
    }

    private boolean fits(Records rule, double quantity) {
        LocalDateTime now = rule.env().now();
        LocalDateTime start = rule.moment("date_start");
        LocalDateTime end = rule.moment("date_end");
        boolean due = (start == null || !start.isAfter(now)) && (end == null || !end.isBefore(now));
        boolean enough = rule.number("min_quantity") == 0 || quantity >= rule.number("min_quantity");
        return due && enough && concerns(rule);
    }

    private boolean concerns(Records rule) {
        return switch (rule.text("applied_on")) {
            case "0_product_variant" -> rule.integer("product_id") == product.id();
            case "1_product" -> rule.integer("product_tmpl_id") == product.integer("product_tmpl_id");
            case "2_product_category" ->
                product.text("categ_id.parent_path").startsWith(rule.text("categ_id.parent_path"))
                        && product.integer("categ_id") != 0;
            default -> true;
        };
    }

    private double byRule(Records rule, double quantity) {
        String how = rule.text("compute_price");
        if (how.equals("fixed")) {
            return rule.number("fixed_price");
        }
        double base = base(rule, quantity);
        return how.equals("percentage") ? base * (1 - rule.number("percent_price") / 100) : formula(rule, base);
    }

    private double base(Records rule, double quantity) {
        return switch (rule.text("base")) {
            case "standard_price" -> product.number("standard_price");
            case "pricelist" -> new PricelistPrice(rule.records("base_pricelist_id"), product).price(quantity);
            default -> product.number("lst_price");
        };
    }

    private static double formula(Records rule, double base) {
        double price = base * (1 - rule.number("price_discount") / 100);
        if (rule.number("price_round") != 0) {
            price = Rounding.toUnit(price, rule.number("price_round"));
        }
        price += rule.number("price_surcharge");
        if (rule.number("price_min_margin") != 0) {
            price = Math.max(price, base + rule.number("price_min_margin"));
        }
        if (rule.number("price_max_margin") != 0) {
            price = Math.min(price, base + rule.number("price_max_margin"));
        }
        return price;
    }
}
