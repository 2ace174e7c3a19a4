package dev.sandoo.server.addons.base;

import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.UserError;
import dev.sandoo.server.field.PythonValues;
import dev.sandoo.server.orm.Arguments;
import dev.sandoo.server.orm.Records;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code name_create} of partners: takes a name, an e-mail address or both ({@code Ann <ann@example.com>}). */
final class PartnerQuickCreate {
    private static final Pattern NAMED = Pattern.compile("\\s*\"?(.*?)\"?\\s*<\\s*([^\\s<>@,;]+@[^\\s<>@,;]+)\\s*>.*");
    private static final Pattern ADDRESS = Pattern.compile("([^\\s<>@,;\"]*@[^\\s<>@,;\"]+)");

    private PartnerQuickCreate() {}

    /** The id and the name of the new partner. */
    static Object call(Records self, Arguments arguments) {
        Object given = arguments.get("name");
        if (PythonValues.isTrue(given) && !(given instanceof String)) {
            throw PythonError.attributeError("'" + PythonValues.typeName(given) + "' object has no attribute 'strip'");
        }
        requireEmail(self, given);
        Records created = self.create(parse(given instanceof String text ? text : ""));
        return List.of(created.id(), created.text("display_name"));
    }

    private static void requireEmail(Records self, Object given) {
        boolean found = given instanceof String text && parse(text).containsKey("email");
        if (self.env().context().isTrue("force_email", false) && !found) {
            throw new UserError("Couldn't create contact without email address!");
        }
    }

    private static Map<String, Object> parse(String text) {
        Map<String, Object> values = new LinkedHashMap<>();
        Matcher named = NAMED.matcher(text);
        Matcher address = ADDRESS.matcher(text);
        if (named.matches()) {
            String email = named.group(2).toLowerCase(Locale.ROOT);
            values.put("name", named.group(1).isEmpty() ? email : named.group(1));
            values.put("email", email);
        } else if (address.find()) {
            String email = address.group(1).toLowerCase(Locale.ROOT);
            String before = text.substring(0, address.start()).strip();
            boolean isName = !before.isEmpty() && before.chars().noneMatch(c -> "<>@,;\"".indexOf(c) >= 0);
            values.put("name", isName ? before : email);
            values.put("email", email);
        } else {
            values.put("name", text);
        }
        return values;
    }
}
