package dev.sandoo.server.addons.base;

import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.Records;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * How many records belong to a partner or to anyone below, archived partners included; a record of several of them counts
 * once. Source: asked of both versions.
 *
 * @param model the records that are counted
 * @param link their field that leads to partners
 * @param among which of them count
 */
public record PartnerCounts(String model, String link, Function<Environment, Condition> among) {
    private static final String PARTNER = "res.partner";
    private static final String PARENT = "parent_id";

    /** Counts all records of a model. */
    public PartnerCounts(String model, String link) {
        this(model, link, env -> Condition.TRUE);
    }

    /** Counts for a field of partners, those of partners below too. */
    public Compute below(String field) {
        return (partners, results) -> {
            Environment all = partners.env().sudo().with("active_test", false);
            Condition below = Condition.term("id", Operator.CHILD_OF, partners.ids());
            Map<Integer, Set<Integer>> found = found(all.model(PARTNER).search(below), partners.env());
            partners.ids()
                    .forEach(id -> results.set(
                            id, field, found.getOrDefault(id, Set.of()).size()));
        };
    }

    /** Counts for a field of partners, their own records alone. */
    public Compute own(String field) {
        return (partners, results) -> {
            Map<Integer, Integer> counts = new HashMap<>();
            for (Records one : searched(partners, partners.env())) {
                counts.merge(one.integer(link), 1, Integer::sum);
            }
            partners.ids().forEach(id -> results.set(id, field, counts.getOrDefault(id, 0)));
        };
    }

    private Records searched(Records partners, Environment env) {
        return env.model(model).search(among.apply(env).and(Condition.term(link, Operator.IN, partners.ids())));
    }

    /** What belongs to each partner, by going up from those that records lead to. */
    private Map<Integer, Set<Integer>> found(Records family, Environment env) {
        Map<Integer, Object> parents = family.values(PARENT);
        Map<Integer, Set<Integer>> found = new HashMap<>();
        for (Records one : searched(family, env)) {
            for (Integer partner : partnersOf(one)) {
                Integer up = partner;
                for (int step = 0; up != null && step <= parents.size(); step++) {
                    found.computeIfAbsent(up, id -> new HashSet<>()).add(one.id());
                    up = parents.get(up) instanceof Integer parent ? parent : null;
                }
            }
        }
        return found;
    }

    private List<Integer> partnersOf(Records one) {
        return one.field(link).type().isToMany() ? one.sudo().records(link).ids() : List.of(one.integer(link));
    }
}
