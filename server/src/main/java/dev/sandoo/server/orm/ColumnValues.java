package dev.sandoo.server.orm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldDef.Translation;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.field.Columns;
import dev.sandoo.server.field.FieldCodec;
import dev.sandoo.server.sql.SqlArray;
import dev.sandoo.server.sql.SqlFragment;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Record values as they are bound for columns: plain, or by language or company in jsonb. */
final class ColumnValues {
    static final String ENGLISH = "en_US";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Environment env;

    ColumnValues(Environment env) {
        this.env = env;
    }

    /** The value of a new row's column, null for NULL. */
    Object parameter(FieldDef field, FieldCodec codec, Object value) {
        Object column = codec.toColumn(field, value);
        if (field.companyDependent()) {
            return json(ofCompany(column));
        }
        if (field.translation() == Translation.NONE || column == null) {
            return column;
        }
        Map<String, Object> languages = new LinkedHashMap<>();
        languages.put(ENGLISH, column);
        languages.put(env.lang(), column);
        return json(languages);
    }

    /** {@code "column" = …} for a value that is written to existing rows. */
    SqlFragment assignment(ModelDef model, FieldDef field, FieldCodec codec, Object value) {
        SqlFragment target = SqlFragment.identifier(field.name()).append(" = ");
        SqlFragment column = SqlFragment.column(model.table(), field.name());
        Object bound = codec.toColumn(field, value);
        String type = Columns.typeOf(field).sqlName();
        if (field.companyDependent()) {
            return target.append(merge(column, json(ofCompany(bound))));
        }
        if (bound == null) {
            return target.append("NULL");
        }
        if (field.translation() != Translation.NONE) {
            return target.append(translated(column, bound));
        }
        return target.append("?::" + type, bound);
    }

    /** Also says so when there is no value: then the company's default does not stand in for it. */
    private Map<String, Object> ofCompany(Object column) {
        return Collections.singletonMap(Integer.toString(env.companyId()), column);
    }

    /** A language other than English leaves the English text, or sets it where there is none. */
    private SqlFragment translated(SqlFragment column, Object value) {
        String written = json(Map.of(env.lang(), value));
        if (env.lang().equals(ENGLISH)) {
            return merge(column, written);
        }
        return SqlFragment.of("?::jsonb || COALESCE(", json(Map.of(ENGLISH, value)))
                .append(column)
                .append(", '{}') || ?::jsonb", written);
    }

    private static SqlFragment merge(SqlFragment column, String json) {
        return SqlFragment.of("COALESCE(").append(column).append(", '{}') || ?::jsonb", json);
    }

    /** {@code unnest(?::type[])} over bound values, so that a statement's text does not depend on their number. */
    static SqlFragment unnest(String type, List<Object> values) {
        boolean asText = type.equals("jsonb") || type.equals("varchar");
        SqlFragment array = SqlFragment.of("unnest(?)", new SqlArray(asText ? "text" : type, values.toArray()));
        return asText ? array.append("::" + type) : array;
    }

    static String json(Object tree) {
        try {
            return JSON.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + tree.getClass(), e);
        }
    }
}
