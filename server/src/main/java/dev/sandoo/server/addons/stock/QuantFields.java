package dev.sandoo.server.addons.stock;

import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
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
                .computeEach(
                        QUANT,
                        "available_quantity",
                        quant -> quant.number("quantity") - quant.number("reserved_quantity"))
                .computeEach(
                        QUANT,
                        "inventory_diff_quantity",
                        List.of("inventory_quantity", "inventory_quantity_set"),
                        quant -> quant.bool("inventory_quantity_set") ? difference(quant) : 0.0)
                .computeEach(QUANT, "inventory_date", QuantFields::countDate)
                .computeEach(QUANT, "inventory_quantity_auto_apply", quant -> quant.number("quantity"))
                .inverse(QUANT, "inventory_quantity_auto_apply", (quants, value) -> {
                    quants.write(Map.of("inventory_quantity", value));
                    Inventory.apply(quants);
                })
                .computeEach(
                        QUANT,
                        "is_outdated",
                        quant -> quant.bool("inventory_quantity_set")
                                && difference(quant) != quant.number("inventory_diff_quantity"))
                .computeEach(QUANT, "display_name", QuantFields::name);
    }

    /** By how much the count differs from what was thought to be there. */
    static double difference(Records quant) {
        return quant.number("inventory_quantity") - quant.number("quantity");
    }

    /** What the company owns is counted once a year, on its day. */
    private static Object countDate(Records quant) {
        boolean owned = List.of("internal", "transit").contains(quant.text("location_id.usage"));
        return owned ? nextCount(quant) : null;
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

    private static Object name(Records quant) {
        StringBuilder name = new StringBuilder(quant.text("location_id.display_name"));
        for (String part : List.of("lot_id", "package_id", "owner_id")) {
            String text = quant.text(part + ".display_name");
            name.append(text.isEmpty() ? "" : " - " + text);
        }
        return name.toString();
    }
}
