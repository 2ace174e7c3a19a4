package dev.sandoo.server.addons.base;

import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.ModelHooks;
import dev.sandoo.server.orm.Records;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Codes that are kept in capitals however they were typed, in the models where the version does that
 * ({@code codes.capital} of its data). Source: answers of both versions over XML-RPC.
 */
public final class CapitalCodes implements Addon {
    private static final Map<String, String> FIELDS =
            Map.of("res.country", "code", "res.country.group", "code", "res.bank", "bic");

    @Override
    public void register(Behaviours.Builder behaviours) {
        FIELDS.forEach((model, field) -> behaviours.hooks(model, new Hooks(model, field)));
    }

    private record Hooks(String model, String field) implements ModelHooks {
        @Override
        public void beforeCreate(Environment env, List<Map<String, Object>> values) {
            values.forEach(one -> raise(env, one));
        }

        @Override
        public void beforeWrite(Records records, Map<String, Object> values) {
            raise(records.env(), values);
        }

        private void raise(Environment env, Map<String, Object> values) {
            if (values.get(field) instanceof String code
                    && env.version().names("codes.capital").contains(model)) {
                values.put(field, code.toUpperCase(Locale.ROOT));
            }
        }
    }
}
