package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldDef.Computation;
import dev.sandoo.schema.FieldDef.OnDelete;
import dev.sandoo.schema.FieldDef.Relation;
import dev.sandoo.schema.FieldDef.Translation;
import dev.sandoo.schema.FieldDefBuilder;
import dev.sandoo.schema.FieldType;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.field.PythonLiteral;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes fields out of rows of {@code ir.model.fields}. Source: {@code fields_get} of custom fields on 19.0 and 14.0. */
final class CustomFields {
    private static final Set<FieldType> SUMMED = Set.of(FieldType.INTEGER, FieldType.FLOAT, FieldType.MONETARY);
    private static final List<String> CURRENCIES = List.of("currency_id", "x_currency_id");

    private final OdooVersion version;
    private final Map<String, ModelDef> models;

    /** @param models those that relational fields may point to */
    CustomFields(OdooVersion version, Map<String, ModelDef> models) {
        this.version = version;
        this.models = models;
    }

    /** The field; empty when what it needs is not there, and Odoo would leave it out as well. */
    Optional<FieldDef> of(ModelDef model, CustomRow row) {
        FieldType type = FieldType.of(row.text("ttype"));
        if (!isWhole(model, type, row)) {
            return Optional.empty();
        }
        FieldDefBuilder field = FieldDef.builder(row.text("name"), type)
                .string(row.text("field_description"))
                .manual(true)
                .stored(row.flag("store"))
                .required(row.flag("required"))
                .readonly(row.flag("readonly"))
                .copied(row.flag("copied"))
                .companyDependent(row.flag("company_dependent"));
        if (row.number("tracking") > 0) {
            field.tracking(row.number("tracking"));
        }
        row.optional("help").ifPresent(help -> field.attribute("help", help));
        if (row.flag("index")) {
            field.index("btree");
        }
        addByType(field, model, type, row);
        addComputation(field, type, row);
        return Optional.of(field.build());
    }

    private boolean isWhole(ModelDef model, FieldType type, CustomRow row) {
        return switch (type) {
            case MANY2ONE, MANY2MANY -> models.containsKey(row.text("relation"));
            case ONE2MANY -> inverse(row).isPresent();
            case MONETARY -> currency(model, row).isPresent();
            default -> true;
        };
    }

    private Optional<FieldDef> inverse(CustomRow row) {
        return Optional.ofNullable(models.get(row.text("relation")))
                .map(comodel -> comodel.fields().get(row.text("relation_field")));
    }

    private static Optional<String> currency(ModelDef model, CustomRow row) {
        return row.optional("currency_field")
                .or(() ->
                        CURRENCIES.stream().filter(model.fields()::containsKey).findFirst())
                .filter(model.fields()::containsKey);
    }

    private void addByType(FieldDefBuilder field, ModelDef model, FieldType type, CustomRow row) {
        if (SUMMED.contains(type)) {
            field.aggregator("sum");
        }
        switch (type) {
            case CHAR, TEXT, HTML -> addText(field, type, row);
            case BINARY -> field.attachment(true);
            case SELECTION, REFERENCE -> {
                field.selection(row.options());
                if (row.options().isEmpty()) {
                    field.attribute("selection", List.of());
                }
            }
            case MONETARY -> currency(model, row).ifPresent(field::currencyField);
            case MANY2ONE, ONE2MANY, MANY2MANY -> field.relation(relation(model, type, row));
            default -> {
                // nothing of their own
            }
        }
    }

    private static void addText(FieldDefBuilder field, FieldType type, CustomRow row) {
        field.translation(translation(row.columns().get("translate")));
        field.trim(type == FieldType.CHAR);
        field.sanitize(type == FieldType.HTML);
        if (type == FieldType.CHAR && row.number("size") > 0) {
            field.size(row.number("size"));
        }
    }

    /** A flag in earlier versions, a way of translating in later ones. */
    private static Translation translation(Object column) {
        if (column == null || column.equals(false)) {
            return Translation.NONE;
        }
        return column.equals("html_translate") || column.equals("xml_translate")
                ? Translation.TERMS
                : Translation.WHOLE;
    }

    private Relation relation(ModelDef model, FieldType type, CustomRow row) {
        ModelDef comodel = models.get(row.text("relation"));
        boolean pairs = type == FieldType.MANY2MANY && row.flag("store");
        RelationNames names = RelationNames.of(model, comodel, row);
        return new Relation(
                comodel.name(),
                type == FieldType.ONE2MANY ? row.optional("relation_field") : Optional.empty(),
                pairs ? Optional.of(names.table()) : Optional.empty(),
                pairs ? Optional.of(names.column()) : Optional.empty(),
                pairs ? Optional.of(names.otherColumn()) : Optional.empty(),
                type == FieldType.MANY2MANY ? OnDelete.CASCADE : onDelete(row.text("on_delete")),
                row.optional("domain")
                        .filter(text -> !text.equals("[]"))
                        .map(text -> PythonLiteral.parse(version, text)),
                false,
                false);
    }

    private static OnDelete onDelete(String text) {
        return switch (text) {
            case "cascade" -> OnDelete.CASCADE;
            case "restrict" -> OnDelete.RESTRICT;
            default -> OnDelete.SET_NULL;
        };
    }

    /** What a field computes in Python stays empty: there is no scripting engine here. */
    private void addComputation(FieldDefBuilder field, FieldType type, CustomRow row) {
        Optional<String> related = row.optional("related");
        if (related.isEmpty() && row.optional("compute").isEmpty()) {
            return;
        }
        List<String> depends = related.map(List::of).orElseGet(() -> depends(row));
        boolean writable = related.isPresent() && !row.flag("readonly");
        field.computation(
                new Computation(related, depends, writable, related.isPresent(), related.isPresent(), false, false));
        if (related.isPresent() && !row.flag("store") && version.has("fields.groupable") && !type.isToMany()) {
            field.attribute("sortable", true);
        }
    }

    /** The paths that the text names, separated by commas. */
    static List<String> depends(CustomRow row) {
        return Arrays.stream(row.text("depends").split(","))
                .map(String::strip)
                .filter(path -> !path.isEmpty())
                .toList();
    }
}
