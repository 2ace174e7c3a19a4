package dev.sandoo.server.addons.base;

import dev.sandoo.server.error.FrozenDict;
import dev.sandoo.server.orm.Arguments;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.Records;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

/** What users set for themselves, and what follows from it. */
final class UserPreferences {
    private UserPreferences() {}

    /** Language and time zone for the context of calls; the later version adds the user. */
    static Object context(Records self, Arguments arguments) {
        Environment env = self.env();
        Records user = env.sudo().record("res.users", env.uid());
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("lang", orFalse(user.text("lang")));
        context.put("tz", orFalse(user.text("tz")));
        if (env.version().has("users.context-has-uid")) {
            context.put("uid", env.uid());
        }
        return env.version().has("users.context-frozen") ? new FrozenDict(context) : context;
    }

    private static Object orFalse(String text) {
        return text.isEmpty() ? false : text;
    }

    static Object save(Records self, Arguments arguments) {
        return Map.of("type", "ir.actions.client", "tag", "reload_context");
    }

    /** New until the first login. */
    static void state(Records users, Compute.Results results) {
        for (Records user : users) {
            results.set(user.id(), "state", user.get("login_date") == null ? "new" : "active");
        }
    }

    /** Such as {@code +0100}, as it is now. */
    static void timeZoneOffset(Records users, Compute.Results results) {
        for (Records user : users) {
            ZoneOffset offset =
                    zone(user.text("tz")).getRules().getOffset(users.env().now().toInstant(ZoneOffset.UTC));
            String text =
                    offset.equals(ZoneOffset.UTC) ? "+0000" : offset.getId().replace(":", "");
            results.set(user.id(), "tz_offset", text);
        }
    }

    private static ZoneId zone(String name) {
        return ZoneId.getAvailableZoneIds().contains(name) ? ZoneId.of(name) : ZoneOffset.UTC;
    }

    /** The name stands in for a signature that was never written. */
    static void signature(Records users, Compute.Results results) {
        for (Records user : users) {
            Object written = user.get("signature");
            boolean empty = written == null || written.toString().isEmpty();
            results.set(user.id(), "signature", empty ? "<div>" + escaped(user.text("name")) + "</div>" : written);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
