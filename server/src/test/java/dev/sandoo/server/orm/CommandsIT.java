package dev.sandoo.server.orm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sandoo.server.rpc.TestRpc;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Lists of commands leave relations as a plain model of them says, whatever they are. */
class CommandsIT {
    private static final String PARTNER = "res.partner";
    private static final String TAG = "res.partner.category";
    private static final int POOL = 5;

    /** A command of some kind, 1 to 6, for one of a few records. */
    private record Step(int kind, int index, int other) {}

    @Provide
    Arbitrary<List<List<Step>>> lists() {
        Arbitrary<Step> step = Combinators.combine(
                        Arbitraries.integers().between(1, 6),
                        Arbitraries.integers().between(0, POOL - 1),
                        Arbitraries.integers().between(0, POOL - 1))
                .as(Step::new);
        return step.list().ofMinSize(1).ofMaxSize(4).list().ofSize(25);
    }

    @Property(tries = 4)
    void tagsAreThoseThatAreLeftOver(@ForAll("lists") List<List<Step>> lists) {
        try (TestRpc rpc = new TestRpc("19.0")) {
            List<Integer> tags = created(rpc, TAG, "tag ");
            int partner = (Integer) rpc.admin(PARTNER, "create", Map.of("name", "Owner"));
            Set<Integer> linked = new TreeSet<>();
            Set<Integer> gone = new HashSet<>();
            for (List<Step> list : lists) {
                List<Object> commands = new ArrayList<>();
                Set<Integer> deleted = new HashSet<>();
                for (Step step : list) {
                    apply(step, tags, linked, gone, deleted, commands);
                }
                rpc.admin(PARTNER, "write", List.of(partner), Map.of("category_id", commands));
                gone.addAll(deleted);
                linked.removeAll(gone);
                assertEquals(linked, shown(rpc, partner, "category_id"), () -> commands.toString());
            }
        }
    }

    private static void apply(
            Step step,
            List<Integer> tags,
            Set<Integer> linked,
            Set<Integer> gone,
            Set<Integer> deleted,
            List<Object> commands) {
        int tag = tags.get(step.index());
        List<Integer> two = new ArrayList<>(new LinkedHashSet<>(List.of(tag, tags.get(step.other()))));
        if (gone.contains(tag) || !Collections.disjoint(two, gone)) {
            return;
        }
        commands.add(
                switch (step.kind()) {
                    case 1 -> List.of(1, tag, Map.of("color", 3));
                    case 6 -> List.of(6, 0, two);
                    default -> List.of(step.kind(), tag, 0);
                });
        switch (step.kind()) {
            case 2, 3 -> linked.remove(tag);
            case 4 -> linked.add(tag);
            case 5 -> linked.clear();
            case 6 -> {
                linked.clear();
                linked.addAll(two);
            }
            default -> {}
        }
        if (step.kind() == 2) {
            deleted.add(tag);
        }
    }

    @Property(tries = 4)
    void everyContactHasOneCompanyAndIsShownThere(@ForAll("lists") List<List<Step>> lists) {
        try (TestRpc rpc = new TestRpc("19.0")) {
            List<Integer> contacts = created(rpc, PARTNER, "contact ");
            List<Integer> companies = created(rpc, PARTNER, "company ");
            int turn = 0;
            for (List<Step> list : lists) {
                int company = companies.get(turn++ % 2);
                List<Object> commands = new ArrayList<>();
                for (Step step : list) {
                    int contact = contacts.get(step.index());
                    if (step.kind() != 2) {
                        commands.add(
                                step.kind() == 6
                                        ? List.of(6, 0, List.of(contact))
                                        : List.of(step.kind(), contact, Map.of("function", "f" + turn)));
                    }
                }
                rpc.admin(PARTNER, "write", List.of(company), Map.of("child_ids", commands));
                for (int each : companies) {
                    List<Object> below = List.of(List.of("parent_id", "=", each));
                    assertEquals(
                            new TreeSet<Object>((List<?>) rpc.admin(PARTNER, "search", below)),
                            shown(rpc, each, "child_ids"),
                            () -> commands.toString());
                }
            }
        }
    }

    @Test
    void linesAddedBeforeAClearStay() {
        try (TestRpc rpc = new TestRpc("19.0")) {
            int company = (Integer) rpc.admin(
                    PARTNER,
                    "create",
                    Map.of("name", "Firm", "child_ids", List.of(List.of(0, 0, Map.of("name", "a")))));

            rpc.admin(
                    PARTNER,
                    "write",
                    List.of(company),
                    Map.of("child_ids", List.of(List.of(0, 0, Map.of("name", "b")), List.of(5, 0, 0))));

            assertEquals(2, shown(rpc, company, "child_ids").size());
        }
    }

    @Test
    void aTagThatIsArchivedStaysWhenTheOthersAreReplaced() {
        try (TestRpc rpc = new TestRpc("14.0")) {
            List<Integer> tags = created(rpc, TAG, "tag ");
            int partner = (Integer)
                    rpc.admin(PARTNER, "create", Map.of("name", "P", "category_id", List.of(List.of(6, 0, tags))));
            rpc.admin(TAG, "write", tags.subList(0, 1), Map.of("active", false));

            rpc.admin(PARTNER, "write", List.of(partner), Map.of("category_id", List.of(List.of(5, 0, 0))));
            rpc.admin(TAG, "write", tags.subList(0, 1), Map.of("active", true));

            assertEquals(Set.of(tags.get(0)), shown(rpc, partner, "category_id"));
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Integer> created(TestRpc rpc, String model, String name) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < POOL; i++) {
            values.add(Map.of("name", name + i));
        }
        return (List<Integer>) rpc.admin(model, "create", values);
    }

    private static Set<Object> shown(TestRpc rpc, int id, String field) {
        List<?> rows = (List<?>) rpc.admin(PARTNER, "read", List.of(id), List.of(field));
        return new TreeSet<>((List<?>) ((Map<?, ?>) rows.get(0)).get(field));
    }
}
