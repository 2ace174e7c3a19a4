package dev.sandoo.server.addons.security;

import dev.sandoo.server.addons.base.Secrets;
import dev.sandoo.server.auth.HeaderKeys;
import dev.sandoo.server.error.ValidationError;
import dev.sandoo.server.field.PythonValues;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.ModelHooks;
import dev.sandoo.server.orm.Records;
import dev.sandoo.server.sql.SqlFragment;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The model {@code auth.api.key}: keys for custom routes, named and given to users by administrators. A key can be written and
 * never read, since only its hash is kept. Source: the fields of OCA's auth_api_key.
 */
public final class HeaderKeyAddon implements Addon {
    private static final String MODEL = "auth.api.key";
    private static final String STORE = "UPDATE auth_api_key SET sandoo_index = ?, sandoo_hash = ? WHERE id = ?";

    private final Secrets secrets;

    public HeaderKeyAddon(Secrets secrets) {
        this.secrets = Objects.requireNonNull(secrets, "secrets");
    }

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .compute(MODEL, List.of("key"), List.of(), HeaderKeyAddon::read)
                .inverse(MODEL, "key", this::write)
                .hooks(MODEL, new KeyGiven());
    }

    private static void read(Records keys, Compute.Results results) {
        keys.ids().forEach(id -> results.set(id, "key", null));
    }

    private void write(Records keys, Object value) {
        String key = required(value);
        for (Integer id : keys.ids()) {
            keys.env()
                    .transaction()
                    .update(SqlFragment.of(
                            STORE, HeaderKeys.index(key), secrets.hash().apply(key), id));
        }
    }

    private static String required(Object value) {
        if (!PythonValues.isTrue(value)) {
            throw new ValidationError("An API key cannot be empty.");
        }
        return PythonValues.str(value);
    }

    /** A record without a key would open nothing. */
    private static final class KeyGiven implements ModelHooks {
        @Override
        public void beforeCreate(Environment env, List<Map<String, Object>> values) {
            values.forEach(one -> required(one.get("key")));
        }
    }
}
