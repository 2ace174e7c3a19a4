package dev.sandoo.server.addons.stock;

import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Records;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/** What a quant tells of its quantity and of its next count. */
final class QuantFields implements Addon {
    private static final String QUANT = StockAddon.QUANT;

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .compute(
                        QUANT,
                        "available_quantity",
                        (quants, results) -> quants.forEach(quant -> results.set(
                                quant.id(),
                                "available_quantity",
                                quant.number("quantity") - quant.number("reserved_quantity"))))
                .compute(
                        QUANT,
                        List.of("inventory_diff_quantity"),
                        List.of("inventory_quantity", "inventory_quantity_set"),
                        (quants, results) -> quants.forEach(quant -> results.set(
                                quant.id(),
                                "inventory_diff_quantity",
                                quant.bool("inventory_quantity_set") ? difference(quant) : 0.0)))
                .compute(QUANT, "inventory_date", QuantFields::countDates)
                .compute(
                        QUANT,
                        "inventory_quantity_auto_apply",
                        (quants, results) -> quants.forEach(quant ->
                                results.set(quant.id(), "inventory_quantity_auto_apply", quant.number("quantity"))))
                .inverse(QUANT, "inventory_quantity_auto_apply", (quants, value) -> {
                    quants.write(Map.of("inventory_quantity", value));
                    Inventory.apply(quants);
                })
                .compute(
                        QUANT,
                        "is_outdated",
                        (quants, results) -> quants.forEach(quant -> results.set(
                                quant.id(),
                                "is_outdated",
                                quant.bool("inventory_quantity_set")
                                        && difference(quant) != quant.number("inventory_diff_quantity"))))
                .compute(QUANT, "display_name", QuantFields::names);
    }

    /** By how much the count differs from what was thought to be there. */
    static double difference(Records quant) {
        return quant.number("inventory_quantity") - quant.number("quantity");
    }

    /** What the company owns is counted once a year, on its day. */
    private static void countDates(Records quants, Compute.Results results) {
        for (Records quant : quants) {
            boolean owned = List.of("internal", "transit").contains(quant.text("location_id.usage"));
            results.set(quant.id(), "inventory_date", owned ? nextCount(quant) : null);
        }
    }

    /** The next day of the year that the company counts on. */
    static LocalDate nextCount(Records quant) {
        LocalDate today = quant.env().today();
        Records company = quant.records("company_id");
        int month = company.integer("annual_inventory_month");
        if (company.get("annual_inventory_month") instanceof String text) {
            month = Integer.parseInt(text);
        }
        int day = company.integer("annual_inventory_day");
        if (month < 1) {
            month = 12;
            day = 31;
        }
        LocalDate thisYear = dayOf(today.getYear(), month, day);
        return thisYear.isBefore(today) ? dayOf(today.getYear() + 1, month, day) : thisYear;
    }

    private static LocalDate dayOf(int year, int month, int day) {
        YearMonth inMonth = YearMonth.of(year, month);
        return inMonth.atDay(Math.max(1, Math.min(day, inMonth.lengthOfMonth())));
    }

    private static void names(Records quants, Compute.Results results) {
        for (Records quant : quants) {
            StringBuilder name = new StringBuilder(quant.text("location_id.display_name"));
            for (String part : List.of("lot_id", "package_id", "owner_id")) {
                String text = quant.text(part + ".display_name");
                name.append(text.isEmpty() ? "" : " - " + text);
            }
            results.set(quant.id(), "display_name", name.toString());
        }
    }
}
