package dev.sandoo.server.addons.product;

import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.Records;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The variants of one template: one for every combination of the values of its attribute lines. */
final class Variants {
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
        for (Set<Integer> combination : wanted) {
            Records variant = present.get(combination);
            if (variant == null) {
                create(combination);
            } else if (template.bool("active") && !variant.bool("active") && !combination.isEmpty()) {
                variant.write(Map.of("active", true));
            }
        }
        obsolete.forEach(Variants::remove);
    }

    private Set<Set<Integer>> combinations() {
        List<Set<Integer>> combinations = new ArrayList<>(List.of(Set.of()));
        for (Records line : template.records("attribute_line_ids")) {
            String when = line.text("attribute_id.create_variant");
            if (ignoredLines.contains(line.id()) || "no_variant".equals(when) || !line.bool("active")) {
                continue;
            }
            if ("dynamic".equals(when)) {
                return Set.of();
            }
            combinations = extended(combinations, line);
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

    private void create(Set<Integer> combination) {
        Map<String, Object> values = new HashMap<>();
        values.put("product_tmpl_id", template.id());
        values.put("active", template.bool("active"));
        if (!combination.isEmpty()) {
            values.put("product_template_attribute_value_ids", List.of(List.of(6, 0, List.copyOf(combination))));
        }
        env.model(ProductAddon.PRODUCT).create(values);
    }

    /** A variant that documents name is kept, but archived. */
    private static void remove(Records variant) {
        boolean used = !variant.env()
                .model("sale.order.line")
                .search(dev.sandoo.server.domain.Condition.term(
                        "product_id", dev.sandoo.server.domain.Operator.EQUALS, variant.id()))
                .isEmpty();
        if (used) {
            variant.write(Map.of("active", false));
        } else {
            variant.unlink();
        }
    }
}
