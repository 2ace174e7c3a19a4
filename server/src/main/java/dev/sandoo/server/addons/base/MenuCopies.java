package dev.sandoo.server.addons.base;

import dev.sandoo.server.orm.ModelHooks;
import dev.sandoo.server.orm.Records;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Copies of menus are numbered: {@code Sales(1)}. Source: answers of both versions over XML-RPC. */
final class MenuCopies implements ModelHooks {
    private static final Pattern NUMBERED = Pattern.compile("(.*)\\((\\d+)\\)(.*)", Pattern.DOTALL);

    @Override
    public void beforeCopy(Records original, Map<String, Object> values, Map<String, Object> given) {
        if (!given.containsKey("name")) {
            values.put("name", next(original.text("name")));
        }
    }

    private static String next(String name) {
        Matcher numbered = NUMBERED.matcher(name);
        if (!numbered.matches()) {
            return name + "(1)";
        }
        return numbered.group(1) + "(" + (Integer.parseInt(numbered.group(2)) + 1) + ")" + numbered.group(3);
    }
}
