package dev.sandoo.server.addons.base;

import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Arguments;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Records;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which contact of a partner things are sent to. */
public final class PartnerAddresses implements Addon {
    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours.method("res.partner", "address_get", PartnerAddresses::get);
    }

    /** {@code address_get}: the contact for each type that is asked for, and always that for type {@code contact}. */
    private static Object get(Records partners, Arguments arguments) {
        partners.requireReadable();
        Map<String, Object> found = new TreeMap<>();
        for (Records partner : partners) {
            found.putIfAbsent("contact", find(partner, "contact"));
            for (Object type : arguments.list("adr_pref")) {
                found.putIfAbsent(String.valueOf(type), find(partner, String.valueOf(type)));
            }
        }
        return found;
    }

    /**
     * The id of the nearest contact of this type, such as {@code invoice}: among the partner and those below it first, then
     * those of its company. Without one the nearest contact of type {@code contact}, and at last the partner itself.
     */
    public static int find(Records partner, String type) {
        Records sudo = partner.sudo();
        int found = nearest(sudo, type);
        int fallback = found != 0 ? found : nearest(sudo, "contact");
        return fallback != 0 ? fallback : partner.id();
    }

    private static int nearest(Records partner, String type) {
        Set<Integer> visited = new HashSet<>();
        Records current = partner;
        while (!current.isEmpty()) {
            int found = below(current, type, visited);
            if (found != 0 || current.bool("is_company")) {
                return found;
            }
            current = current.records("parent_id");
        }
        return 0;
    }

    /** Companies below are passed over: their contacts are their own. */
    private static int below(Records top, String type, Set<Integer> visited) {
        Deque<Records> waiting = new ArrayDeque<>();
        waiting.push(top);
        while (!waiting.isEmpty()) {
            Records partner = waiting.pop();
            if (!visited.add(partner.id())) {
                continue;
            }
            if (type.equals(partner.get("type"))) {
                return partner.id();
            }
            Deque<Records> children = new ArrayDeque<>();
            for (Records child : partner.records("child_ids")) {
                if (!child.bool("is_company")) {
                    children.push(child);
                }
            }
            children.forEach(waiting::push);
        }
        return 0;
    }
}
