package dev.sandoo.server.addons.base;

import dev.sandoo.server.orm.Arguments;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.Records;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What users may read and write of themselves whatever their rights: if every field asked for is one of these, rights are
 * passed over; if one is not, they are not.
 *
 * <p>Source: asked of the real servers, field by field, as users without rights on accounts.
 */
final class OwnAccount {
    private OwnAccount() {}

    static Object read(Records self, Arguments arguments) {
        boolean own = isOwn(self)
                && arguments.get("fields") instanceof List<?> fields
                && !fields.isEmpty()
                && OwnFields.of(self.env().version()).readable().containsAll(fields);
        return generic(own ? self.sudo() : self, "read", arguments);
    }

    /** A company that is not the user's is left out of what they write. */
    @SuppressWarnings("unchecked")
    static Object write(Records self, Arguments arguments) {
        if (!(arguments.only() instanceof Map<?, ?> given)) {
            return generic(self, "write", arguments);
        }
        Map<String, Object> values = (Map<String, Object>) given;
        UserGuard.requireReachable(self, values);
        boolean own = isOwn(self)
                && !values.isEmpty()
                && OwnFields.of(self.env().version()).writable().containsAll(values.keySet());
        return own
                ? generic(self.sudo(), "write", arguments.withOnly(withinCompanies(self.env(), values)))
                : generic(self, "write", arguments);
    }

    private static Map<String, Object> withinCompanies(Environment env, Map<String, Object> values) {
        Map<String, Object> kept = new LinkedHashMap<>(values);
        if (!(kept.get("company_id") instanceof Integer company)
                || !env.caller().companyIds().contains(company)) {
            kept.remove("company_id");
        }
        return kept;
    }

    private static boolean isOwn(Records self) {
        Environment env = self.env();
        return self.ids().equals(List.of(env.uid()));
    }

    private static Object generic(Records self, String method, Arguments arguments) {
        return self.env().registry().behaviours().generic(method).call(self, arguments);
    }
}
