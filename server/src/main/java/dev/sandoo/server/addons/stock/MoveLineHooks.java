package dev.sandoo.server.addons.stock;

import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.ModelHooks;
import dev.sandoo.server.orm.Records;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lines reserve what they take; lines without a move get one, and lines that are done change quants when they change. */
final class MoveLineHooks implements ModelHooks {
    private static final List<String> TAKING =
            List.of("quantity", "product_uom_id", "location_id", "lot_id", "package_id", "owner_id", "product_id");

    @Override
    public void beforeDefaults(Environment env, List<Map<String, Object>> values) {
        for (Map<String, Object> one : values) {
            if (one.get("move_id") instanceof Integer id) {
                fromMove(env.record(StockAddon.MOVE, id), one);
            } else if (one.get("picking_id") instanceof Integer id) {
                findMove(env.record(StockAddon.TRANSFER, id), one);
            }
            one.putIfAbsent("company_id", env.companyId());
        }
    }

    private static void fromMove(Records move, Map<String, Object> values) {
        values.putIfAbsent("product_id", move.integer("product_id"));
        values.putIfAbsent("company_id", move.integer("company_id"));
        if (move.integer("picking_id") != 0) {
            values.putIfAbsent("picking_id", move.integer("picking_id"));
        }
    }

    /** The transfer's move of the same product, else a new one that wants nothing. */
    private static void findMove(Records transfer, Map<String, Object> values) {
        Object product = values.get("product_id");
        Records moves = TransferFields.open(transfer.records("move_ids"))
                .filter(move -> Integer.valueOf(move.integer("product_id")).equals(product));
        Records draft = moves.filter(move -> "draft".equals(move.get("state")));
        Records found = draft.isEmpty() ? moves : draft;
        Map<String, Object> wanted = new LinkedHashMap<>();
        wanted.put("picking_id", transfer.id());
        wanted.put("product_id", product);
        wanted.put("product_uom_qty", 0);
        Records move = found.isEmpty() ? moves.create(wanted) : found.iterator().next();
        values.put("move_id", move.id());
        fromMove(move, values);
    }

    @Override
    public void afterCreate(Records lines, List<Map<String, Object>> values) {
        Moves.refresh(lines.records("move_id").filter(move -> !"draft".equals(move.get("state"))));
        ReservedQuantities.sync(lines.env().sudo(), storable(lines));
    }

    @Override
    public void beforeWrite(Records lines, Map<String, Object> values) {
        if (values.get("quantity") instanceof Number wanted) {
            QuantChanges changes = new QuantChanges(lines.env());
            for (Records line : lines.filter(one -> "done".equals(one.get("state")))) {
                changes.addLine(line, (wanted.doubleValue() - line.number("quantity")));
            }
            changes.apply();
        }
    }

    @Override
    public void afterWrite(Records lines, Map<String, Object> values) {
        if (values.keySet().stream().anyMatch(TAKING::contains)) {
            Moves.refresh(lines.records("move_id").filter(move -> !"draft".equals(move.get("state"))));
            ReservedQuantities.sync(lines.env().sudo(), storable(lines));
        }
    }

    @Override
    public void beforeUnlink(Records lines) {
        MoveHooks.requireOpen(lines);
        Records moves = lines.records("move_id");
        List<Integer> products = storable(lines);
        lines.env().whenDone("reservations without " + lines.describe(), () -> {
            Moves.refresh(moves.exists().filter(move -> !"draft".equals(move.get("state"))));
            ReservedQuantities.sync(lines.env().sudo(), products);
        });
    }

    private static List<Integer> storable(Records lines) {
        return new ArrayList<>(lines.records("product_id")
                .filter(product -> product.bool("is_storable"))
                .ids());
    }
}
