package dev.sandoo.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One field of a model, as Odoo declares it. Immutable; made by the loader, or by {@link #builder} for custom fields.
 *
 * @param string the label
 * @param stored whether the model's table (or a relation table) holds the value
 * @param groups external ids of the groups that may use the field; empty means everyone
 * @param index the kind of database index, empty for none: {@code btree}, {@code btree_not_null} or {@code trigram}
 * @param aggregator the aggregate of {@code read_group} when none is named, such as {@code sum}
 * @param relation where the field points to; present for relational types (and many2one_reference, when known)
 * @param computation how the value comes about, when it is not simply kept
 * @param defaultValue what {@code default_get} answers
 * @param selection value and label pairs, in order; empty for other types
 * @param selectionName the name of the list that {@code selection} is, when fields share it. Some lists change while a
 *     server runs ({@code languages}, {@code models}); {@code selection} is then that of a fresh database
 * @param digits total and decimal digits of a float; with a {@code precisionName}, those of a fresh database
 * @param precisionName the name of the decimal.precision record that gives a float's digits
 * @param currencyField the field that names a monetary value's currency
 * @param modelField for many2one_reference, and for an integer that a one2many comes back through: the field that names
 *     the model
 * @param tracking the field's place among those whose changes are told in messages, the lowest first; empty for untold ones
 * @param attributes what {@code fields_get} answers besides what follows from the other components
 */
public record FieldDef(
        String name,
        FieldType type,
        String string,
        boolean stored,
        boolean required,
        boolean readonly,
        boolean copied,
        boolean companyDependent,
        Translation translation,
        List<String> groups,
        Optional<String> index,
        Optional<String> aggregator,
        Optional<Relation> relation,
        Optional<Computation> computation,
        Optional<DefaultValue> defaultValue,
        List<Option> selection,
        Optional<String> selectionName,
        Optional<Digits> digits,
        Optional<String> precisionName,
        Optional<String> currencyField,
        Optional<String> modelField,
        OptionalInt size,
        boolean trim,
        boolean sanitize,
        boolean attachment,
        OptionalInt tracking,
        boolean manual,
        Map<String, Object> attributes) {

    public FieldDef {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(string, "string");
        groups = List.copyOf(groups);
        selection = List.copyOf(selection);
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    /** How a text is translated: not at all, as a whole, or term by term (html and xml). */
    public enum Translation {
        NONE,
        WHOLE,
        TERMS
    }

    /** What becomes of a record when the record it points to is deleted. */
    public enum OnDelete {
        SET_NULL,
        RESTRICT,
        CASCADE
    }

    /** A choice of a selection field. */
    public record Option(String value, String label) {}

    /** Digits of a float: {@code precision} in all, {@code scale} behind the point. */
    public record Digits(int precision, int scale) {
        /** As many digits as there are: the column is numeric, and values are not rounded. */
        public static final Digits UNLIMITED = new Digits(0, 0);
    }

    /**
     * Where a relational field points to.
     *
     * @param comodel the other model
     * @param inverseName one2many: the field of the other model that points back
     * @param table many2many: the relation table; {@code column} holds our id and {@code otherColumn} theirs
     * @param domain the field's own condition as Odoo states it: a list of terms, or text that the client evaluates
     * @param delegate whether the model inherits the other's fields through this one ({@code _inherits})
     */
    public record Relation(
            String comodel,
            Optional<String> inverseName,
            Optional<String> table,
            Optional<String> column,
            Optional<String> otherColumn,
            OnDelete onDelete,
            Optional<Object> domain,
            boolean delegate,
            boolean checkCompany) {}

    /**
     * How a value comes about.
     *
     * @param related the dotted path the value is read through; empty for a computed field
     * @param depends the dotted paths whose change makes a stored value stale
     * @param inverse whether writing the field has an effect through its path or an inverse function
     * @param searchable whether a domain may name the field although it is not stored
     * @param sudo whether it is computed without regard to rights
     * @param precompute whether it is computed before the record is inserted
     * @param inherited whether the field is there only because the model inherits another ({@code _inherits})
     */
    public record Computation(
            Optional<String> related,
            List<String> depends,
            boolean inverse,
            boolean searchable,
            boolean sudo,
            boolean precompute,
            boolean inherited) {}

    /** A default: a plain wire value, or the name of a function of time, user or company. */
    public sealed interface DefaultValue permits Literal, Function {}

    /** A default that is the same for everyone. {@code value} is a wire value and may be null only for JSON's null. */
    public record Literal(Object value) implements DefaultValue {}

    /** A default computed by the function of that name in the server's table of defaults. */
    public record Function(String name) implements DefaultValue {}

    /** Fields are kept in many a set and map, and their names tell them apart: no need to look at everything else. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /**
     * Whether the field has a column in its model's own table. Company-dependent values always do, also where Odoo kept them
     * in a table of their own and says that they are not stored.
     */
    public boolean hasColumn() {
        return (stored || companyDependent) && !type.isToMany() && !(type == FieldType.BINARY && attachment);
    }

    /** Whether the value is computed or related rather than simply kept. */
    public boolean isComputed() {
        return computation.isPresent();
    }

    /** The model a relational field points to. */
    public String comodel() {
        return relation.orElseThrow(() -> new IllegalStateException(name + " is not relational"))
                .comodel();
    }

    /** The same field as people have named and explained it. */
    public FieldDef labelled(String label, Optional<String> help) {
        Map<String, Object> shown = new LinkedHashMap<>(attributes);
        help.ifPresent(text -> shown.put("help", text));
        return with(label, selection, shown);
    }

    /** The same field with other values to choose from. */
    public FieldDef choosing(List<Option> options) {
        return with(string, options, attributes);
    }

    private FieldDef with(String label, List<Option> options, Map<String, Object> shown) {
        return new FieldDef(
                name,
                type,
                label,
                stored,
                required,
                readonly,
                copied,
                companyDependent,
                translation,
                groups,
                index,
                aggregator,
                relation,
                computation,
                defaultValue,
                options,
                selectionName,
                digits,
                precisionName,
                currencyField,
                modelField,
                size,
                trim,
                sanitize,
                attachment,
                tracking,
                manual,
                shown);
    }

    /** A builder that starts as a plain stored field which is copied, writable and optional. */
    public static FieldDefBuilder builder(String name, FieldType type) {
        return new FieldDefBuilder(name, type);
    }
}
