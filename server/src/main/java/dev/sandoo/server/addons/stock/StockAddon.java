package dev.sandoo.server.addons.stock;

import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;

/** The index of what transfers, moves, quants and locations do. */
public final class StockAddon implements Addon {
    static final String TRANSFER = "stock.picking";
    static final String MOVE = "stock.move";
    static final String MOVE_LINE = "stock.move.line";
    static final String QUANT = "stock.quant";
    static final String PRODUCT = "product.product";

    @Override
    public void register(Behaviours.Builder behaviours) {
        new Locations().register(behaviours);
        new TransferFields().register(behaviours);
        new TransferMethods().register(behaviours);
        new MoveFields().register(behaviours);
        new MoveForecast().register(behaviours);
        new MoveLineFields().register(behaviours);
        new QuantFields().register(behaviours);
        new QuantMethods().register(behaviours);
        new ProductQuantities().register(behaviours);
        new BackorderWizard().register(behaviours);
        new ReturnWizard().register(behaviours);
        behaviours
                .hooks(TRANSFER, new TransferHooks())
                .hooks(MOVE, new MoveHooks())
                .hooks(MOVE_LINE, new MoveLineHooks())
                .hooks(QUANT, new QuantHooks());
    }
}
