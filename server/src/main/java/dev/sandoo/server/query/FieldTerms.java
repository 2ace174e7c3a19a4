package dev.sandoo.server.query;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.server.domain.Condition.Term;
import dev.sandoo.server.sql.SqlFragment;

/** What a term means on the fields of some types. The term's path is the field's name, its operator in canonical spelling. */
interface FieldTerms {
    SqlFragment compile(Term term, FieldDef field, Scope scope);
}
