package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.schema.SqlConstraint;
import dev.sandoo.server.error.ValidationError;
import dev.sandoo.server.sql.SqlFragment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What PostgreSQL cannot hold because rows are inserted before their computed fields are known: that required computed fields
 * have values, and CHECK constraints over computed columns ({@link ModelDef#lateConstraints}).
 */
final class LateChecks {
    private final Environment env;
    private final ModelDef model;

    LateChecks(Environment env, ModelDef model) {
        this.env = env;
        this.model = model;
    }

    /**
     * Checks the records when all that is stale has been computed.
     *
     * @throws ValidationError with PostgreSQL's own choice of texts
     */
    void check(List<Integer> ids) {
        RequiredFields required = new RequiredFields(env, model);
        List<FieldDef> fields = required.computed();
        List<SqlConstraint> constraints = model.lateConstraints();
        List<SqlFragment> all = new ArrayList<>();
        fields.forEach(field -> all.add(isSet(field)));
        constraints.forEach(constraint -> all.add(condition(constraint)));
        if (all.isEmpty() || !breaks(ids, SqlFragment.join(" AND ", all))) {
            return;
        }
        for (FieldDef field : fields) {
            if (breaks(ids, isSet(field))) {
                throw required.missing(field);
            }
        }
        for (SqlConstraint constraint : constraints) {
            if (breaks(ids, condition(constraint))) {
                throw new ValidationError(env.version()
                        .message(
                                "constraint.sql",
                                Map.of("message", constraint.message(), "constraint", constraint.name())));
            }
        }
    }

    private static SqlFragment isSet(FieldDef field) {
        return SqlFragment.identifier(field.name()).append(" IS NOT NULL");
    }

    private static SqlFragment condition(SqlConstraint constraint) {
        return SqlFragment.of("(" + constraint.condition() + ")");
    }

    private boolean breaks(List<Integer> ids, SqlFragment condition) {
        SqlFragment query = SqlFragment.of("SELECT 1 FROM ")
                .append(SqlFragment.identifier(model.table()))
                .append(" WHERE ")
                .append(SqlFragment.of("id").isAmong(ids))
                .append(" AND NOT (")
                .append(condition)
                .append(") LIMIT 1");
        return env.transaction().queryFirst(query, row -> row.integer(1)).isPresent();
    }
}
