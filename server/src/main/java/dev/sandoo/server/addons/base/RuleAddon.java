package dev.sandoo.server.addons.base;

import dev.sandoo.server.access.RuleParser;
import dev.sandoo.server.error.ValidationError;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Records;
import java.util.List;

/** Record rules: where the version looks at their expressions when they are written, broken ones are refused. */
public final class RuleAddon implements Addon {
    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours.constraint("ir.rule", List.of("domain_force", "active"), RuleAddon::check);
    }

    private static void check(Records rules) {
        if (!rules.env().version().has("rules.checked")) {
            return;
        }
        for (Records rule : rules) {
            String domain = rule.text("domain_force");
            if (rule.bool("active") && !domain.isBlank()) {
                parse(rule.text("name"), domain);
            }
        }
    }

    private static void parse(String name, String domain) {
        try {
            RuleParser.parse(name, domain);
        } catch (IllegalArgumentException e) {
            throw new ValidationError("Invalid domain: " + e.getMessage(), e);
        }
    }
}
