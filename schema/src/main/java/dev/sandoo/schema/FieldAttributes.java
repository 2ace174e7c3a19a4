package dev.sandoo.schema;

import dev.sandoo.schema.FieldDef.Computation;
import dev.sandoo.schema.FieldDef.Digits;
import dev.sandoo.schema.FieldDef.Relation;
import dev.sandoo.schema.FieldDef.Translation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What {@code fields_get} answers for a field, in Odoo's order: derived from the field where a rule holds, and from
 * {@link FieldDef#attributes} where it does not. Help texts are not among it, nor what depends on the caller: whether the
 * field is shown, and read-only for want of rights. Immutable.
 *
 * <p>The data's generator mirrors these rules in {@code schema/tools/attributes.py}, to write down what they miss.
 * Source: {@code fields_get} of all models on 14.0 and 19.0.
 */
public final class FieldAttributes {
    private final Map<String, ModelDef> models;
    private final Style style;

    private FieldAttributes(Map<String, ModelDef> models, Style style) {
        this.models = models;
        this.style = style;
    }

    /** The attributes as a version shows them; {@code models} are those that relational fields may point to. */
    public static FieldAttributes of(OdooVersion version, Map<String, ModelDef> models) {
        return new FieldAttributes(models, version.has("fields.groupable") ? Style.GROUPABLE : Style.PLAIN);
    }

    /** All attributes of a field as wire values. The map is the caller's to change. */
    public Map<String, Object> of(FieldDef field) {
        Map<String, Object> attributes = new TreeMap<>(style.order());
        boolean sortable =
                Boolean.TRUE.equals(field.attributes().getOrDefault("sortable", (field.stored() && field.hasColumn())));
        attributes.put("sortable", sortable);
        addCommon(field, attributes);
        addByType(field, attributes);
        field.relation().ifPresent(relation -> addRelation(relation, attributes));
        style.add(field, sortable, attributes);
        if (style == Style.GROUPABLE && field.type().isRelational()) {
            attributes.put("allow_hierachy_operators", pointsToTree(field)); // Odoo's spelling
        }
        attributes.putAll(field.attributes());
        return new LinkedHashMap<>(attributes);
    }

    private boolean pointsToTree(FieldDef field) {
        ModelDef comodel = models.get(field.comodel());
        return comodel != null && comodel.hasParent();
    }

    private static void addCommon(FieldDef field, Map<String, Object> attributes) {
        attributes.put("change_default", false);
        attributes.put("company_dependent", field.companyDependent());
        attributes.put("depends", field.computation().map(Computation::depends).orElse(List.of()));
        attributes.put("manual", field.manual());
        attributes.put("readonly", field.readonly());
        attributes.put("required", field.required());
        attributes.put("searchable", isSearchable(field));
        attributes.put("store", field.stored());
        attributes.put("string", field.string());
        attributes.put("type", field.type().wireName());
        if (!field.groups().isEmpty()) {
            attributes.put("groups", String.join(",", field.groups()));
        }
    }

    private static boolean isSearchable(FieldDef field) {
        return field.stored()
                || field.companyDependent()
                || field.computation().map(Computation::searchable).orElse(false);
    }

    private static void addByType(FieldDef field, Map<String, Object> attributes) {
        switch (field.type()) {
            case CHAR -> addChar(field, attributes);
            case TEXT -> attributes.put("translate", isTranslated(field));
            case HTML -> addHtml(field, attributes);
            case BINARY -> attributes.put("attachment", field.attachment());
            case FLOAT -> field.digits().ifPresent(digits -> attributes.put("digits", wireDigits(digits)));
            case MONETARY -> field.currencyField().ifPresent(currency -> attributes.put("currency_field", currency));
            case SELECTION, REFERENCE -> addSelection(field, attributes);
            case BOOLEAN,
                    INTEGER,
                    DATE,
                    DATETIME,
                    MANY2ONE,
                    MANY2ONE_REFERENCE,
                    ONE2MANY,
                    MANY2MANY,
                    JSON,
                    PROPERTIES,
                    PROPERTIES_DEFINITION -> {
                // nothing of their own here
            }
        }
    }

    private static void addChar(FieldDef field, Map<String, Object> attributes) {
        attributes.put("translate", isTranslated(field));
        attributes.put("trim", field.trim());
        field.size().ifPresent(size -> attributes.put("size", size));
    }

    private static void addHtml(FieldDef field, Map<String, Object> attributes) {
        attributes.put("translate", isTranslated(field));
        attributes.put("sanitize", field.sanitize());
        attributes.put("sanitize_attributes", true);
        attributes.put("sanitize_style", false);
        attributes.put("sanitize_tags", true);
        attributes.put("strip_classes", false);
        attributes.put("strip_style", false);
    }

    private static boolean isTranslated(FieldDef field) {
        return field.translation() != Translation.NONE;
    }

    private static Object wireDigits(Digits digits) {
        return digits.equals(Digits.UNLIMITED) ? 0 : List.of(digits.precision(), digits.scale());
    }

    private static void addSelection(FieldDef field, Map<String, Object> attributes) {
        if (!field.selection().isEmpty()) {
            List<List<String>> pairs = new ArrayList<>(field.selection().size());
            field.selection().forEach(option -> pairs.add(List.of(option.value(), option.label())));
            attributes.put("selection", pairs);
        }
    }

    private static void addRelation(Relation relation, Map<String, Object> attributes) {
        attributes.put("context", Map.of());
        attributes.put("domain", relation.domain().orElse(List.of()));
        attributes.put("relation", relation.comodel());
        relation.inverseName().ifPresent(inverse -> attributes.put("relation_field", inverse));
    }

    /** What versions show in their own way. */
    private enum Style {
        /** Up to 14.0: the type first, related paths as lists. */
        PLAIN {
            @Override
            Comparator<String> order() {
                return Comparator.<String, Boolean>comparing(key -> !key.equals("type"))
                        .thenComparing(Comparator.naturalOrder());
            }

            @Override
            void add(FieldDef field, boolean sortable, Map<String, Object> attributes) {
                field.aggregator().ifPresent(aggregator -> attributes.put("group_operator", aggregator));
                related(field).ifPresent(path -> attributes.put("related", List.of(path.split("\\."))));
            }
        },
        /** 19.0: by the alphabet, with what grouping and exporting can do. */
        GROUPABLE {
            @Override
            Comparator<String> order() {
                return Comparator.naturalOrder();
            }

            @Override
            void add(FieldDef field, boolean sortable, Map<String, Object> attributes) {
                boolean hasTable = field.type() == FieldType.MANY2MANY && field.stored();
                attributes.put("default_export_compatible", false);
                attributes.put("exportable", true);
                attributes.put("groupable", sortable || hasTable);
                attributes.put("name", field.name());
                related(field).ifPresent(path -> attributes.put("related", path));
                if (field.stored() || sortable) {
                    field.aggregator().ifPresent(aggregator -> attributes.put("aggregator", aggregator));
                }
                if (field.type() == FieldType.MANY2ONE_REFERENCE) {
                    field.modelField().ifPresent(model -> attributes.put("model_field", model));
                }
            }
        };

        abstract Comparator<String> order();

        abstract void add(FieldDef field, boolean sortable, Map<String, Object> attributes);

        static Optional<String> related(FieldDef field) {
            return field.computation().flatMap(Computation::related);
        }
    }
}
