package dev.sandoo.server.query;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.sql.SqlFragment;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What compiling a condition needs to know of the world: the models and the call at hand. Used within one call. */
public interface QueryContext {
    OdooVersion version();

    /** The model with this name, if there is one. */
    Optional<ModelDef> model(String name);

    /** The caller's language, such as {@code en_US}: the key of translated columns, which fall back to {@code en_US}. */
    String lang();

    /** The caller's company: the key of company-dependent columns. */
    int companyId();

    /** The call's moment in UTC. */
    LocalDateTime now();

    /** The caller's time zone name, such as {@code Europe/Brussels}; {@code UTC} when unknown. */
    String timeZone();

    /** The day on which the caller's language begins the week. */
    default DayOfWeek weekStart() {
        return DayOfWeek.SUNDAY;
    }

    /** Whether searches leave archived records out unless the domain names the active field. */
    boolean activeTest();

    /**
     * Called for every field that a condition or an order of the caller names, on whatever model the path has led to.
     * Throws the error that the caller is to see when the field is not theirs to ask about.
     */
    default void checkField(ModelDef model, FieldDef field) {}

    /**
     * The same for a field of records that are joined whether the caller may see them or not: to sort or to group by what others
     * are called.
     */
    default void checkJoinedField(ModelDef model, FieldDef field) {}

    /**
     * What the caller must be shown of a record of the model to be told that it is linked, even where they name it by its id;
     * TRUE for all but those whose key has a policy. In lists of records rules hide nothing of that kind, as in Odoo.
     */
    default Condition knownRule(ModelDef model) {
        return Condition.TRUE;
    }

    /**
     * The records and all above them in their model's tree, where they are known without asking the database: companies,
     * that is, which nearly every rule asks for.
     */
    default Optional<Set<Integer>> withThoseAbove(ModelDef model, Collection<Integer> ids) {
        return Optional.empty();
    }

    /** The record rules that bind the caller when reading the model; TRUE for none and for sudo. */
    Condition readRule(ModelDef model);

    /**
     * The fallback of a company-dependent field for the current company, as a wire value ({@code false} when there is none).
     */
    Object companyDefault(ModelDef model, FieldDef field);

    /**
     * What a search on a field without a column means, when the field has a search function: a condition on other fields.
     * Related and inherited fields are resolved by the compiler itself and are not asked here.
     */
    Optional<Condition> searchFunction(ModelDef model, FieldDef field, Operator operator, Object value);

    /**
     * The SQL value of a field that has no column but can sort, such as an account's code, in the row that {@code alias}
     * stands for.
     */
    default Optional<SqlFragment> fieldSql(ModelDef model, FieldDef field, String alias) {
        return Optional.empty();
    }

    /**
     * What {@code name_search} of a model means for a text ({@code ilike} and the like on a many2one, {@code display_name}).
     */
    Condition nameCondition(ModelDef model, Operator operator, Object value);

    /**
     * The records that others point to by a field that has no column, being inherited or computed: they are looked up, since
     * nothing in SQL tells.
     *
     * @param pointing a statement that gives the ids of those that point
     */
    default List<Integer> pointedAt(ModelDef model, FieldDef field, ModelDef target, SqlFragment pointing) {
        return List.of();
    }

    /**
     * Called where Odoo reads records while it builds a condition.
     *
     * @throws dev.sandoo.server.error.MissingError when one of them does not exist
     */
    default void requireRecords(ModelDef model, List<Integer> ids) {}

    /** The ids a many2one reaches with this complete name: what {@code child_of} with a text starts from. */
    List<Integer> idsByName(ModelDef model, Operator operator, Object value);
}
