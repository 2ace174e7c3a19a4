package dev.sandoo.server.query;

import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.DomainParser;
import dev.sandoo.server.sql.Identifiers;
import dev.sandoo.server.sql.SqlFragment;
import java.util.List;

/** Puts a search together: condition, archived records, record rules, order and window, as one {@link Select}. */
public final class SearchQuery {
    private final ConditionCompiler conditions;
    private final OrderCompiler orders;
    private final Window window;

    public SearchQuery(QueryContext context) {
        this.conditions = new ConditionCompiler(context);
        this.orders = new OrderCompiler(context);
        this.window = context.version().has(DomainParser.DOMAIN_OBJECTS) ? Window.BOUND : Window.FORMATTED;
    }

    /**
     * The records of the model that the caller may see and that fit, in order. The table's alias is its name.
     *
     * @throws dev.sandoo.server.error.OdooError when the condition, the order or the page makes no sense
     */
    public Select search(Condition condition, ModelDef model, Page page) {
        Select found = where(model, conditions.compileSearch(condition, model, model.table()));
        if (found.findsNothing()) {
            return found; // nobody looks at the order and the page of nothing
        }
        Ordering ordering = orders.compile(page.order(), model, model.table());
        return new Select(
                found.from(),
                found.alias(),
                ordering.joins(),
                found.where(),
                ordering.terms(),
                window.rows("LIMIT", page.limit()),
                window.rows("OFFSET", page.offset()));
    }

    /** The records that {@link #search} finds, to be counted: unordered, no more than the limit. */
    public Select counted(Condition condition, ModelDef model, Object limit) {
        Select found = where(model, conditions.compileSearch(condition, model, model.table()));
        if (found.findsNothing()) {
            return found;
        }
        return new Select(
                found.from(),
                found.alias(),
                List.of(),
                found.where(),
                SqlFragment.EMPTY,
                window.rows("LIMIT", limit),
                SqlFragment.EMPTY);
    }

    /** The rows of the model's table that fit a compiled condition. */
    public static Select where(ModelDef model, SqlFragment where) {
        return new Select(
                SqlFragment.of(Identifiers.quote(model.table())),
                model.table(),
                List.of(),
                where,
                SqlFragment.EMPTY,
                SqlFragment.EMPTY,
                SqlFragment.EMPTY);
    }
}
