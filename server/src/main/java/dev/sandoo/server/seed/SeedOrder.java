package dev.sandoo.server.seed;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts units in an order in which each comes after those it refers to, and otherwise as they came. Used once. */
final class SeedOrder {
    private final Map<String, Unit> makers = new HashMap<>();
    private final List<Unit> ordered = new ArrayList<>();
    // By identity: two records without a name may well be equal.
    private final Set<Unit> placed = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Unit> pending = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Unit> units;

    private SeedOrder(List<Unit> units) {
        this.units = units;
    }

    /**
     * The units in order.
     *
     * @throws SeedException when a name is given twice, or some refer to each other in a circle
     */
    static List<Unit> of(List<Unit> units) {
        return new SeedOrder(units).ordered();
    }

    private List<Unit> ordered() {
        List<String> twice = new ArrayList<>();
        for (Unit unit : units) {
            for (String name : unit.names()) {
                Unit other = makers.putIfAbsent(name, unit);
                if (other != null) {
                    twice.add(unit.place()
                            .problem(
                                    name,
                                    "is at " + other.place().file() + " line "
                                            + other.place().line() + " already"));
                }
            }
        }
        if (!twice.isEmpty()) {
            throw new SeedException(twice);
        }
        units.forEach(this::place);
        return List.copyOf(ordered);
    }

    private void place(Unit unit) {
        if (placed.contains(unit)) {
            return;
        }
        if (!pending.add(unit)) {
            throw new SeedException(List.of(
                    unit.place().problem("refers to what refers to it; leave one of the references to a later file")));
        }
        for (String name : unit.references()) {
            Unit maker = makers.get(name);
            if (maker != null && maker != unit) {
                place(maker);
            }
        }
        pending.remove(unit);
        placed.add(unit);
        ordered.add(unit);
    }
}
