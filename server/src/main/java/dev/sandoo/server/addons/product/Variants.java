package dev.sandoo.server.addons.product;

import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.error.UserError;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.Records;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The variants of one template: one for every combination of the values of its attribute lines. Source: templates with a thousand
 * and with more combinations on 19.0 and 14.0.
 */
final class Variants {
    private static final int MOST = 1000;

    private final Records template;
    private final Environment env;
    private final Set<Integer> ignoredLines;

    Variants(Records template) {
        this(template, List.of());
    }

    /** @param ignoredLines attribute lines that are about to go */
    Variants(Records template, List<Integer> ignoredLines) {
        this.env = template.env().sudo().with("active_test", false);
        this.template = template.in(env);
        this.ignoredLines = Set.copyOf(ignoredLines);
    }

    /** Whether there has been a variant yet. */
    boolean exist() {
        return !template.records("product_variant_ids").isEmpty();
    }

    /** Creates what is missing, revives what was archived, and removes what no combination stands for. */
    void bringUpToDate() {
        Set<Set<Integer>> wanted = combinations();
        Map<Set<Integer>, Records> present = present();
        List<Records> obsolete = new ArrayList<>();
        present.forEach((combination, variant) -> {
            if (!wanted.contains(combination)) {
                obsolete.add(variant);
            }
        });
        List<Map<String, Object>> missing = new ArrayList<>();
        for (Set<Integer> combination : wanted) {
            Records variant = present.get(combination);
            if (variant == null) {
                missing.add(values(combination));
            } else if (template.bool("active") && !variant.bool("active") && !combination.isEmpty()) {
                variant.write(Map.of("active", true));
            }
        }
        if (!missing.isEmpty()) {
            env.model(ProductAddon.PRODUCT).createAll(missing);
        }
        obsolete.forEach(Variants::remove);
    }

    private Set<Set<Integer>> combinations() {
        Records lines = template.records("attribute_line_ids")
                .filter(line -> !ignoredLines.contains(line.id())
                        && line.bool("active")
                        && !"no_variant".equals(line.get("attribute_id.create_variant")));
        if (!lines.filter(line -> "dynamic".equals(line.get("attribute_id.create_variant")))
                .isEmpty()) {
            return Set.of();
        }
        List<Set<Integer>> combinations = new ArrayList<>(List.of(Set.of()));
        for (Records line : lines) {
            combinations = extended(combinations, line);
            if (combinations.size() > MOST) {
                throw new UserError(env.version().message("product.variants.too-many"));
            }
        }
        return new LinkedHashSet<>(combinations);
    }

    private static List<Set<Integer>> extended(List<Set<Integer>> combinations, Records line) {
        Records values = line.records("product_template_value_ids").filter(value -> value.bool("ptav_active"));
        List<Set<Integer>> longer = new ArrayList<>();
        for (Set<Integer> combination : combinations) {
            for (Integer value : values.ids()) {
                Set<Integer> more = new LinkedHashSet<>(combination);
                more.add(value);
                longer.add(more);
            }
        }
        return longer.isEmpty() ? combinations : longer;
    }

    private Map<Set<Integer>, Records> present() {
        Map<Set<Integer>, Records> present = new LinkedHashMap<>();
        for (Records variant : template.records("product_variant_ids")) {
            present.putIfAbsent(
                    new LinkedHashSet<>(variant.records("product_template_attribute_value_ids")
                            .ids()),
                    variant);
        }
        return present;
    }

    private Map<String, Object> values(Set<Integer> combination) {
        Map<String, Object> values = new HashMap<>();
        values.put("product_tmpl_id", template.id());
        values.put("active", template.bool("active"));
        if (!combination.isEmpty()) {
            values.put("product_template_attribute_value_ids", List.of(List.of(6, 0, List.copyOf(combination))));
        }
        return values;
    }

    /** A variant that documents name is kept, but archived. */
    private static void remove(Records variant) {
        boolean used = !variant.env()
                .model("sale.order.line")
                .search(Condition.term("product_id", Operator.EQUALS, variant.id()))
                .isEmpty();
        if (used) {
            variant.write(Map.of("active", false));
        } else {
            variant.unlink();
        }
    }
}
