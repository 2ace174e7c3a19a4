package dev.sandoo.server.addons.stock;

import dev.sandoo.server.error.UserError;
import dev.sandoo.server.orm.Records;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Goods that are followed by lot or serial number. */
final class TrackedGoods {
    private TrackedGoods() {}

    /** @throws UserError when lines that are to be done name no lot where one is needed */
    static void requireLots(Records transfers) {
        Records lines = transfers
                .filter(transfer -> transfer.bool("picking_type_id.use_create_lots")
                        || transfer.bool("picking_type_id.use_existing_lots"))
                .records("move_line_ids")
                .filter(line -> List.of("lot", "serial").contains(line.text("product_id.tracking"))
                        && line.number("quantity") > 0
                        && line.integer("lot_id") == 0
                        && line.text("lot_name").isEmpty());
        if (!lines.isEmpty()) {
            String names = StreamSupport.stream(lines.records("product_id").spliterator(), false)
                    .map(product -> product.text("display_name"))
                    .collect(Collectors.joining(", "));
            throw new UserError("You need to supply a Lot/Serial number for products " + names + ".");
        }
    }

    /** Makes the lots that lines name and that are not there yet. */
    static void makeLots(Records lines) {
        for (Records line : lines.filter(
                one -> one.integer("lot_id") == 0 && !one.text("lot_name").isEmpty())) {
            Records lot = line.env()
                    .model("stock.lot")
                    .create(Map.of(
                            "name", line.text("lot_name"),
                            "product_id", line.integer("product_id"),
                            "company_id", line.integer("company_id")));
            line.write(Map.of("lot_id", lot.id()));
        }
    }
}
