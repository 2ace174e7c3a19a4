package dev.sandoo.schema;

import dev.sandoo.schema.FieldDef.Computation;
import dev.sandoo.schema.FieldDef.DefaultValue;
import dev.sandoo.schema.FieldDef.Digits;
import dev.sandoo.schema.FieldDef.Option;
import dev.sandoo.schema.FieldDef.Relation;
import dev.sandoo.schema.FieldDef.Translation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Puts a {@link FieldDef} together. Not thread-safe; every setter answers the builder itself. */
public final class FieldDefBuilder {
    private final String name;
    private final FieldType type;
    private String string;
    private boolean stored = true;
    private boolean required;
    private boolean readonly;
    private boolean copied = true;
    private boolean companyDependent;
    private Translation translation = Translation.NONE;
    private List<String> groups = List.of();
    private Optional<String> index = Optional.empty();
    private Optional<String> aggregator = Optional.empty();
    private Optional<Relation> relation = Optional.empty();
    private Optional<Computation> computation = Optional.empty();
    private Optional<DefaultValue> defaultValue = Optional.empty();
    private List<Option> selection = List.of();
    private Optional<String> selectionName = Optional.empty();
    private Optional<Digits> digits = Optional.empty();
    private Optional<String> precisionName = Optional.empty();
    private Optional<String> currencyField = Optional.empty();
    private Optional<String> modelField = Optional.empty();
    private OptionalInt size = OptionalInt.empty();
    private boolean trim;
    private boolean sanitize;
    private boolean attachment;
    private OptionalInt tracking = OptionalInt.empty();
    private boolean manual;
    private final Map<String, Object> attributes = new LinkedHashMap<>();

    FieldDefBuilder(String name, FieldType type) {
        this.name = name;
        this.type = type;
        this.string = name;
    }

    public FieldDefBuilder string(String value) {
        string = value;
        return this;
    }

    public FieldDefBuilder stored(boolean value) {
        stored = value;
        return this;
    }

    public FieldDefBuilder required(boolean value) {
        required = value;
        return this;
    }

    public FieldDefBuilder readonly(boolean value) {
        readonly = value;
        return this;
    }

    public FieldDefBuilder copied(boolean value) {
        copied = value;
        return this;
    }

    public FieldDefBuilder companyDependent(boolean value) {
        companyDependent = value;
        return this;
    }

    public FieldDefBuilder translation(Translation value) {
        translation = value;
        return this;
    }

    public FieldDefBuilder groups(List<String> value) {
        groups = value;
        return this;
    }

    public FieldDefBuilder index(String value) {
        index = Optional.of(value);
        return this;
    }

    public FieldDefBuilder aggregator(String value) {
        aggregator = Optional.of(value);
        return this;
    }

    public FieldDefBuilder relation(Relation value) {
        relation = Optional.of(value);
        return this;
    }

    public FieldDefBuilder computation(Computation value) {
        computation = Optional.of(value);
        return this;
    }

    public FieldDefBuilder defaultValue(DefaultValue value) {
        defaultValue = Optional.of(value);
        return this;
    }

    public FieldDefBuilder selection(List<Option> value) {
        selection = value;
        return this;
    }

    public FieldDefBuilder selectionName(String value) {
        selectionName = Optional.of(value);
        return this;
    }

    public FieldDefBuilder digits(Digits value) {
        digits = Optional.of(value);
        return this;
    }

    public FieldDefBuilder precisionName(String value) {
        precisionName = Optional.of(value);
        return this;
    }

    public FieldDefBuilder currencyField(String value) {
        currencyField = Optional.of(value);
        return this;
    }

    public FieldDefBuilder modelField(String value) {
        modelField = Optional.of(value);
        return this;
    }

    public FieldDefBuilder size(int value) {
        size = OptionalInt.of(value);
        return this;
    }

    public FieldDefBuilder trim(boolean value) {
        trim = value;
        return this;
    }

    public FieldDefBuilder sanitize(boolean value) {
        sanitize = value;
        return this;
    }

    public FieldDefBuilder attachment(boolean value) {
        attachment = value;
        return this;
    }

    public FieldDefBuilder tracking(int place) {
        tracking = OptionalInt.of(place);
        return this;
    }

    public FieldDefBuilder manual(boolean value) {
        manual = value;
        return this;
    }

    public FieldDefBuilder attribute(String key, Object value) {
        attributes.put(key, value);
        return this;
    }

    public FieldDef build() {
        return new FieldDef(
                name,
                type,
                string,
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
                selection,
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
                attributes);
    }
}
