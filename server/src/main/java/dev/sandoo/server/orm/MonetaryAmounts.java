package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldType;
import dev.sandoo.schema.ModelDef;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * Amounts as they are kept: monetary ones rounded to their currency, computed floats to their digits. A new record's currency
 * is not known unless it is given, so that its amounts then stay as they are. Source: scenario orm_create monetary-rounding and
 * orm_read monetary.
 */
final class MonetaryAmounts {
    private final Environment env;
    private final ModelDef model;

    MonetaryAmounts(Environment env, ModelDef model) {
        this.env = env;
        this.model = model;
    }

    /** Rounds the amounts of a new record in place, where its values name the currency. */
    void roundNew(Map<FieldDef, Object> columns) {
        for (FieldDef field : monetary(columns)) {
            FieldDef currency = currency(field);
            if (currency != null && columns.get(currency) instanceof Integer id) {
                columns.put(field, Rounding.toUnit((Double) columns.get(field), unit(id)));
            }
        }
    }

    /** Rounds amounts that are about to be written, in place: by the currency written along, else by the first record's. */
    void roundWritten(List<Integer> ids, Map<FieldDef, Object> columns) {
        for (FieldDef field : monetary(columns)) {
            FieldDef currency = currency(field);
            if (currency == null) {
                continue;
            }
            Object id = columns.containsKey(currency)
                    ? columns.get(currency)
                    : env.sudo().record(model.name(), ids.get(0)).get(currency.name());
            if (id instanceof Integer currencyId) {
                columns.put(field, Rounding.toUnit((Double) columns.get(field), unit(currencyId)));
            }
        }
    }

    /** Computed values by id, rounded as the field keeps them. */
    Map<Integer, Object> roundComputed(FieldDef field, Map<Integer, Object> values) {
        Map<Integer, Object> rounded = new LinkedHashMap<>(values);
        if (field.type() == FieldType.FLOAT) {
            rounded.replaceAll((id, value) -> value instanceof Double number ? inDigits(field, number) : value);
        } else if (field.type() == FieldType.MONETARY && currency(field) != null) {
            Map<Integer, Object> units = units(field, values.keySet());
            rounded.replaceAll((id, value) -> value instanceof Double number && units.get(id) instanceof Double unit
                    ? (Object) Rounding.toUnit(number, unit)
                    : value);
        }
        return rounded;
    }

    private double inDigits(FieldDef field, double value) {
        if (field.precisionName().isPresent()) {
            return new Precisions(env).round(field.precisionName().get(), value);
        }
        return field.digits()
                .filter(digits -> !digits.equals(FieldDef.Digits.UNLIMITED))
                .map(digits -> Rounding.toDigits(value, digits.scale()))
                .orElse(value);
    }

    private Map<Integer, Object> units(FieldDef field, Collection<Integer> ids) {
        return new Fetcher(env.sudo(), model)
                .related(new LinkedHashSet<>(ids), currency(field).name() + ".rounding");
    }

    private double unit(int currencyId) {
        return env.sudo().record("res.currency", currencyId).number("rounding");
    }

    private FieldDef currency(FieldDef field) {
        return field.currencyField().map(model.fields()::get).orElse(null);
    }

    private static List<FieldDef> monetary(Map<FieldDef, Object> columns) {
        return columns.entrySet().stream()
                .filter(entry -> entry.getKey().type() == FieldType.MONETARY && entry.getValue() instanceof Double)
                .map(Map.Entry::getKey)
                .toList();
    }
}
