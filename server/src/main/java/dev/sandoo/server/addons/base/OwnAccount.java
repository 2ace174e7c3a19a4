package dev.sandoo.server.addons.base;

import dev.sandoo.server.orm.Arguments;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.Records;
import java.util.Collection;
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
    static Object write(Records self, Arguments arguments) {
        Map<String, Object> values = arguments.map("vals");
        UserGuard.requireReachable(self, values);
        Collection<String> writable = OwnFields.of(self.env().version()).writable();
        if (!isOwn(self) || values.isEmpty() || !writable.containsAll(values.keySet())) {
            return generic(self, "write", arguments);
        }
        Map<String, Object> kept = new LinkedHashMap<>(values);
        if (!(kept.get("company_id") instanceof Integer company)
                || !self.env().caller().companyIds().contains(company)) {
            kept.remove("company_id");
        }
        return generic(self.sudo(), "write", arguments.with("vals", kept));
    }

    private static boolean isOwn(Records self) {
        Environment env = self.env();
        return self.ids().equals(List.of(env.uid()));
    }

    private static Object generic(Records self, String method, Arguments arguments) {
        return self.env()
                .registry()
                .behaviours()
                .method(Behaviours.ANY_MODEL, method)
                .orElseThrow()
                .call(self, arguments);
    }
}
