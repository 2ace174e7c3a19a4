package dev.sandoo.server.addons.stock;

import dev.sandoo.server.addons.base.SequenceAddon;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.ModelHooks;
import dev.sandoo.server.orm.Records;
import java.util.List;
import java.util.Map;

/** Numbers new transfers by their kind; their moves go with them. */
final class TransferHooks implements ModelHooks {
    private static final String UNNUMBERED = "/";

    @Override
    public void beforeCreate(Environment env, List<Map<String, Object>> values) {
        for (Map<String, Object> one : values) {
            boolean unnumbered = UNNUMBERED.equals(one.getOrDefault("name", UNNUMBERED));
            if (unnumbered && one.get("picking_type_id") instanceof Integer type) {
                Records sequence = env.sudo().record("stock.picking.type", type).records("sequence_id");
                if (!sequence.isEmpty()) {
                    one.put("name", SequenceAddon.next(sequence));
                }
            }
        }
    }

    @Override
    public void beforeUnlink(Records transfers) {
        Records moves = transfers.records("move_ids");
        Moves.cancel(moves);
        moves.unlink();
    }
}
