package dev.sandoo.server.addons.stock;

import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.Records;
import dev.sandoo.server.sql.SqlArray;
import dev.sandoo.server.sql.SqlFragment;
import java.util.List;

/** Keeps what quants have reserved in step with the lines that are still to be done. */
final class ReservedQuantities {
    /** Where several quants are alike, the largest holds it all. */
    private static final String SYNC = """
            WITH alike AS (
                SELECT q.*, row_number() OVER (
                    PARTITION BY q.product_id, q.location_id, q.lot_id, q.package_id, q.owner_id
                    ORDER BY q.quantity DESC, q.id) AS place
                  FROM stock_quant q JOIN stock_location l ON l.id = q.location_id
                 WHERE q.product_id = ANY(?) AND l.usage IN ('internal', 'transit')),
            wanted AS (
                SELECT a.id, CASE WHEN a.place > 1 THEN 0 ELSE COALESCE((
                    SELECT sum(m.quantity_product_uom) FROM stock_move_line m
                     WHERE m.product_id = a.product_id AND m.location_id = a.location_id
                       AND m.lot_id IS NOT DISTINCT FROM a.lot_id
                       AND m.package_id IS NOT DISTINCT FROM a.package_id
                       AND m.owner_id IS NOT DISTINCT FROM a.owner_id
                       AND m.state NOT IN ('draft', 'done', 'cancel')), 0) END AS reserved
                  FROM alike a)
            UPDATE stock_quant q SET reserved_quantity = w.reserved FROM wanted w
             WHERE q.id = w.id AND q.reserved_quantity IS DISTINCT FROM w.reserved""";

    private ReservedQuantities() {}

    /** Counts anew for these products. */
    static void sync(Environment env, List<Integer> products) {
        if (products.isEmpty()) {
            return;
        }
        env.settle();
        env.transaction().update(SqlFragment.of(SYNC, SqlArray.ids(products)));
        Records quants = env.model(StockAddon.QUANT);
        quants.forget();
    }
}
