package dev.sandoo.server.query;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.server.domain.Truth;
import dev.sandoo.server.error.PythonRepr;
import dev.sandoo.server.sql.Json;
import java.util.Optional;

/** What a field type makes of wire values in terms, in versions with domain objects. Source: recorded answers, 19.0. */
interface ValueReader {
    Numbers NUMBERS = new Numbers("a real number");

    /** Short texts and plain text: anything becomes text, and a missing text equals the empty one. */
    ValueReader TEXT = new TextReader();

    /** Html is kept as a column is: a member that is no text cannot be compared with it. */
    ValueReader HTML = new TextReader() {
        @Override
        public Optional<Object> member(Object wire, FieldDef field) {
            if (wire instanceof Number || Boolean.TRUE.equals(wire)) {
                throw DatabaseRefusal.undefinedOperator("text", "=", wire instanceof Boolean ? "boolean" : "integer");
            }
            return super.member(wire, field);
        }
    };

    /** Selections and references: anything becomes text, but missing is not empty. */
    ValueReader CODE = new ValueReader() {
        @Override
        public Optional<Object> member(Object wire, FieldDef field) {
            return wire == null || Boolean.FALSE.equals(wire) ? Optional.empty() : Optional.of(PythonRepr.text(wire));
        }

        @Override
        public Optional<Object> bound(Object wire, FieldDef field) {
            return member(wire, field);
        }

        @Override
        public Optional<Object> blank(FieldDef field) {
            return Optional.empty();
        }
    };

    /** Whole numbers; a missing one equals zero. */
    ValueReader INTEGER = new NumberReader() {
        @Override
        Object number(Object wire, FieldDef field) {
            return NUMBERS.integer(wire);
        }

        @Override
        public Optional<Object> blank(FieldDef field) {
            return Optional.of(0);
        }
    };

    /** Floats, in the type that their column has; a missing one equals zero. */
    ValueReader FLOAT = new NumberReader() {
        @Override
        Object number(Object wire, FieldDef field) {
            return Numbers.inColumn(NUMBERS.floating(wire), field);
        }

        @Override
        public Optional<Object> blank(FieldDef field) {
            return Optional.of(Numbers.inColumn(0.0, field));
        }
    };

    /** Amounts: members go to the database as they are written, bounds are read as floats. */
    ValueReader MONETARY = new NumberReader() {
        @Override
        public Optional<Object> member(Object wire, FieldDef field) {
            return wire == null || Boolean.FALSE.equals(wire) ? blank(field) : Optional.of(Numbers.numeric(wire));
        }

        @Override
        Object number(Object wire, FieldDef field) {
            return Numbers.decimal(NUMBERS.floating(wire));
        }

        @Override
        public Optional<Object> blank(FieldDef field) {
            return Optional.of(Numbers.decimal(0));
        }
    };

    /** Structured values, of which a term can in earnest only ask whether there is one. */
    ValueReader JSON = new ValueReader() {
        @Override
        public Optional<Object> member(Object wire, FieldDef field) {
            return Truth.of(wire) ? Optional.of(new Json(JsonText.of(wire))) : Optional.empty();
        }

        @Override
        public Optional<Object> bound(Object wire, FieldDef field) {
            return member(wire, field);
        }

        @Override
        public Optional<Object> blank(FieldDef field) {
            return Optional.empty();
        }
    };

    /** The value as a member of a set; empty when it stands for "no value". */
    Optional<Object> member(Object wire, FieldDef field);

    /** The value as a bound of an inequality; empty when nothing is less or greater. */
    Optional<Object> bound(Object wire, FieldDef field);

    /** The value that a missing one equals, if any. */
    Optional<Object> blank(FieldDef field);

    /** Texts. */
    class TextReader implements ValueReader {
        @Override
        public Optional<Object> member(Object wire, FieldDef field) {
            return Optional.of(wire == null || Boolean.FALSE.equals(wire) ? "" : PythonRepr.text(wire));
        }

        @Override
        public Optional<Object> bound(Object wire, FieldDef field) {
            return Optional.of(wire == null || Boolean.FALSE.equals(wire) ? "" : PythonRepr.text(wire));
        }

        @Override
        public Optional<Object> blank(FieldDef field) {
            return Optional.of("");
        }
    }

    /** Numbers, for which whatever Python takes for false is zero. */
    abstract class NumberReader implements ValueReader {
        abstract Object number(Object wire, FieldDef field);

        @Override
        public Optional<Object> member(Object wire, FieldDef field) {
            return bound(wire, field);
        }

        @Override
        public Optional<Object> bound(Object wire, FieldDef field) {
            return Truth.of(wire) ? Optional.of(number(wire, field)) : blank(field);
        }
    }
}
