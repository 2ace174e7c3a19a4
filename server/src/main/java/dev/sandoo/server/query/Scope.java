package dev.sandoo.server.query;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.sql.Identifiers;
import dev.sandoo.server.sql.SqlFragment;

/**
 * Where a term is compiled: a table of the statement under its alias, and on whose behalf. Immutable save for the aliases,
 * which all scopes of a statement share.
 *
 * @param activeTest whether subqueries on lists of records leave archived ones out
 */
record Scope(QueryContext context, Aliases aliases, ModelDef model, String alias, Rights rights, boolean activeTest) {
    /** Whose rights bind the records that a condition looks at on other models. */
    enum Rights {
        CALLER,
        SUDO
    }

    /** A fresh alias of another model's table. */
    Scope enter(ModelDef comodel) {
        return new Scope(context, aliases, comodel, aliases.next(comodel.table()), rights, activeTest);
    }

    Scope withSudo() {
        return new Scope(context, aliases, model, alias, Rights.SUDO, activeTest);
    }

    Scope withActiveTest(boolean test) {
        return new Scope(context, aliases, model, alias, rights, test);
    }

    /** Makes sure that the caller may ask about the field. */
    void check(FieldDef field) {
        if (rights == Rights.CALLER) {
            context.checkField(model, field);
        }
    }

    /** What records of another model must fulfil for the caller to know of them. */
    Condition known(ModelDef comodel) {
        return rights == Rights.CALLER ? context.knownRule(comodel) : Condition.TRUE;
    }

    /** {@code "table" "alias"} as FROM wants it. */
    SqlFragment table() {
        String name = Identifiers.quote(model.table());
        String quoted = Identifiers.quote(alias);
        return SqlFragment.of(name.equals(quoted) ? name : name + " " + quoted);
    }

    /** {@code "alias"."id"}. */
    SqlFragment id() {
        return SqlFragment.column(alias, "id");
    }

    /** The field's value as the caller sees it: in their language, for their company. */
    SqlFragment column(FieldDef field) {
        return ColumnSql.of(context, model, alias, field);
    }

    /** The model a relational field points to. */
    ModelDef comodel(FieldDef field) {
        return context.model(field.comodel())
                .orElseThrow(() -> new IllegalStateException("no model " + field.comodel() + " for " + field.name()));
    }
}
