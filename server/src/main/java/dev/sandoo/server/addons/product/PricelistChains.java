package dev.sandoo.server.addons.product;

import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.error.ValidationError;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Records;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keeps pricelists from resting on themselves: in the later version over others too, in the earlier one directly. Source:
 * pricelists made so on 19.0 and 14.0.
 */
final class PricelistChains implements Addon {
    private static final String ITEM = "product.pricelist.item";

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours.constraint(ITEM, List.of("pricelist_id", "base", "base_pricelist_id"), PricelistChains::check);
    }

    private static void check(Records items) {
        boolean whole = items.env().version().has("product.pricelist-chains-checked");
        for (Records item : items.sudo().filter(PricelistChains::restsOnAnother)) {
            int own = item.integer("pricelist_id");
            int base = item.integer("base_pricelist_id");
            List<Integer> chain = base == own ? List.of(base) : whole ? way(items.sudo(), base, own) : List.of();
            if (!chain.isEmpty()) {
                throw refusal(item, chain);
            }
        }
    }

    private static boolean restsOnAnother(Records item) {
        return "pricelist".equals(item.get("base")) && item.integer("base_pricelist_id") != 0;
    }

    private static ValidationError refusal(Records item, List<Integer> chain) {
        List<Integer> ids = new ArrayList<>(List.of(item.integer("pricelist_id")));
        ids.addAll(chain);
        String names = ids.stream()
                .map(id -> item.env().record("product.pricelist", id).text("name"))
                .collect(Collectors.joining(" ⇒ "));
        return new ValidationError(
                item.env().version().message("product.pricelists.recursive", Map.of("chain", names)));
    }

    /** The shortest way from one pricelist over those it rests on to another, both included; empty when there is none. */
    private static List<Integer> way(Records items, int from, int to) {
        Set<Integer> seen = new LinkedHashSet<>(Set.of(from));
        List<List<Integer>> ways = List.of(List.of(from));
        while (!ways.isEmpty()) {
            List<List<Integer>> longer = new ArrayList<>();
            for (List<Integer> way : ways) {
                for (int base : bases(items, way.get(way.size() - 1))) {
                    List<Integer> next = new ArrayList<>(way);
                    next.add(base);
                    if (base == to) {
                        return next;
                    }
                    if (seen.add(base)) {
                        longer.add(next);
                    }
                }
            }
            ways = longer;
        }
        return List.of();
    }

    private static List<Integer> bases(Records items, int pricelist) {
        return items.env()
                .model(ITEM)
                .search(Condition.term("pricelist_id", Operator.EQUALS, pricelist)
                        .and(Condition.term("base", Operator.EQUALS, "pricelist")))
                .records("base_pricelist_id")
                .ids();
    }
}
