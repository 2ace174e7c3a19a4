package dev.sandoo.server.addons.base;

import dev.sandoo.server.error.AccessDenied;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.PythonRepr;
import dev.sandoo.server.error.UserError;
import dev.sandoo.server.field.PythonValues;
import dev.sandoo.server.orm.Arguments;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.Records;
import dev.sandoo.server.sql.SqlFragment;
import java.util.Map;
import java.util.Optional;

/**
 * Passwords: written, hashed and never read. The column that holds the hashes is no field of the model.
 *
 * <p>Source: recorded scenarios {@code auth_rpc} and {@code orm_access}.
 */
final class UserPasswords {
    private final Secrets secrets;

    UserPasswords(Secrets secrets) {
        this.secrets = secrets;
    }

    /** Both fields read as empty text. */
    static void read(Records users, Compute.Results results) {
        for (Integer id : users.ids()) {
            results.set(id, "password", "");
            results.set(id, "new_password", "");
        }
    }

    /** Hashes the value for each of the users; no value at all is an error, an empty one locks the account. */
    void write(Records users, Object value) {
        if (value == null || value instanceof Boolean) {
            throw notText("bool");
        }
        for (Integer id : users.ids()) {
            String hash = secrets.hash().apply(PythonRepr.text(value));
            users.env()
                    .transaction()
                    .update(SqlFragment.of("UPDATE res_users SET password = ? WHERE id = ?", hash, id));
        }
    }

    /** Over RPC the field only refuses one's own account; a value for another's goes nowhere. */
    static void writeNew(Records users, Object value) {
        if (PythonValues.isTrue(value) && users.ids().contains(users.env().uid())) {
            throw new UserError("Please use the change password wizard (in User Preferences or User menu) "
                    + "to change your own password.");
        }
    }

    /** Changes the caller's own password; the old one must be shown. */
    Object change(Records self, Arguments arguments) {
        Environment env = self.env();
        requireOld(env, arguments.get("old_passwd"));
        String fresh = fresh(env, arguments.get("new_passwd"));
        if (fresh.isEmpty()) {
            throw new UserError("Setting empty passwords is not allowed for security reasons!");
        }
        env.sudo().record("res.users", env.uid()).write(Map.of("password", fresh));
        return true;
    }

    private void requireOld(Environment env, Object old) {
        if (!PythonValues.isTrue(old)) {
            throw new AccessDenied();
        }
        if (!(old instanceof String text)) {
            throw notText(PythonRepr.typeName(old));
        }
        Optional<String> hash = env.transaction()
                .queryFirst(
                        SqlFragment.of("SELECT coalesce(password, '') FROM res_users WHERE id = ?", env.uid()),
                        row -> row.text(1));
        if (!secrets.matches().test(text, hash.orElse(""))) {
            throw new AccessDenied();
        }
    }

    /** The later version takes spaces around a password for a slip, the earlier one for part of it. */
    private static String fresh(Environment env, Object value) {
        boolean stripped = env.version().has("users.password-stripped");
        if (value instanceof String text) {
            return stripped ? text.strip() : text;
        }
        if (stripped) {
            throw PythonError.attributeError("'" + PythonRepr.typeName(value) + "' object has no attribute 'strip'");
        }
        return PythonValues.isTrue(value) ? PythonRepr.text(value) : "";
    }

    private static PythonError notText(String type) {
        return PythonError.typeError("secret must be unicode or bytes, not " + type);
    }
}
