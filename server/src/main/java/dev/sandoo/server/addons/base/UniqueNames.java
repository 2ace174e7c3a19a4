package dev.sandoo.server.addons.base;

import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.ModelHooks;
import dev.sandoo.server.orm.Records;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of campaigns, media and sources: a second one of the same name is numbered, {@code Fair [2]}, with the lowest number
 * that is free. Source: answers of 19.0 over XML-RPC; the earlier version refuses it.
 */
public final class UniqueNames implements Addon {
    private static final Pattern NUMBERED = Pattern.compile("(.*?)\\s*\\[(\\d+)\\]", Pattern.DOTALL);

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .hooks("utm.source", new Hooks("utm.source", "name"))
                .hooks("utm.medium", new Hooks("utm.medium", "name"))
                .hooks("utm.campaign", new Hooks("utm.campaign", "title"));
    }

    private record Hooks(String model, String source) implements ModelHooks {
        @Override
        public void beforeCreate(Environment env, List<Map<String, Object>> values) {
            if (!env.version().has("utm.names.numbered")) {
                return;
            }
            Set<String> fresh = new HashSet<>();
            for (Map<String, Object> one : values) {
                Object given = one.get("name") instanceof String name && !name.isEmpty() ? name : one.get(source);
                if (given instanceof String name && !name.isEmpty()) {
                    one.put("name", free(env, name, fresh));
                }
            }
        }

        private String free(Environment env, String name, Set<String> fresh) {
            Matcher numbered = NUMBERED.matcher(name);
            String base = numbered.matches() ? numbered.group(1) : name;
            Set<String> taken = new HashSet<>(fresh);
            Environment all = env.sudo().with("active_test", false);
            Records alike = all.model(model).search(Condition.term("name", Operator.EQUALS_LIKE, base + "%"));
            alike.forEach(other -> taken.add(other.text("name")));
            String found = name;
            for (int number = 1; taken.contains(found); number++) {
                found = number == 1 ? base : base + " [" + number + "]";
            }
            fresh.add(found);
            return found;
        }
    }
}
