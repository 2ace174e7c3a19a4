package dev.sandoo.server.addons.stock;

import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Context;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.Records;
import java.util.List;

/** The answer to what shall become of what a transfer is missing. */
final class BackorderWizard implements Addon {
    private static final String MODEL = "stock.backorder.confirmation";

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .method(MODEL, "process", (wizard, arguments) -> {
                    List<Integer> refused = wizard.records("backorder_confirmation_line_ids")
                            .filter(line -> !line.bool("to_backorder"))
                            .records("picking_id")
                            .ids();
                    return validate(wizard, refused);
                })
                .method(
                        MODEL,
                        "process_cancel_backorder",
                        (wizard, arguments) ->
                                validate(wizard, wizard.records("pick_ids").ids()));
    }

    /** Validates the transfers that the context names, as the button does. */
    private static Object validate(Records wizard, List<Integer> withoutBackorder) {
        Context context = wizard.env().context();
        List<Integer> ids = context.ids("button_validate_picking_ids");
        if (ids.isEmpty()) {
            return true;
        }
        Environment env = wizard.env()
                .with(context.withoutDefaults()
                        .with("skip_backorder", true)
                        .with("picking_ids_not_to_backorder", withoutBackorder));
        return TransferMethods.validate(env.records(StockAddon.TRANSFER, ids));
    }
}
