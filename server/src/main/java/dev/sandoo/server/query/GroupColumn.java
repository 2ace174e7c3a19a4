package dev.sandoo.server.query;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.ModelDef;
import java.util.List;
import java.util.Optional;

/**
 * A column that a statement groups by.
 *
 * @param spec what asked for it
 * @param model the model of the field
 * @param field the field whose values it holds, the last of the specification's path
 * @param span the stretch of time that its values begin; empty when they are the field's own, or parts of dates
 * @param ordinal its place in the result, from 1
 */
public record GroupColumn(GroupSpec spec, ModelDef model, FieldDef field, Optional<DateSpan> span, int ordinal) {
    /** Whether its values are numbers that are part of dates, such as a month's. */
    public boolean isDatePart() {
        return span.isEmpty() && spec.function().isPresent();
    }

    /** The many2ones that lead from the model to the field's, in order. */
    public List<String> way() {
        return spec.path().subList(0, spec.path().size() - 1);
    }
}
