package dev.sandoo.server.addons.base;

import dev.sandoo.server.access.Operation;
import dev.sandoo.server.orm.Arguments;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.ModelMethod;
import dev.sandoo.server.orm.Records;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a search for attachments leaves out: those that the caller may not read, and the values of binary fields, unless it asks for
 * them or for ids. Source: as {@link AttachmentRights}.
 */
final class AttachmentSearch {
    private static final List<String> METHODS =
            List.of("search", "search_read", "search_count", "search_fetch", "name_search", "web_search_read");
    private static final List<String> GROUPINGS = List.of("formatted_read_group", "web_read_group", "read_group");
    private static final List<String> READERS = List.of("read", "web_read");
    private static final List<String> DOMAINS = List.of("domain", "args");

    private AttachmentSearch() {}

    static void register(Behaviours.Builder behaviours) {
        METHODS.forEach(name -> behaviours.method(AttachmentAddon.ATTACHMENT, name, narrowed(name)));
        GROUPINGS.forEach(name -> behaviours.method(AttachmentAddon.ATTACHMENT, name, grouped(name)));
        READERS.forEach(name -> behaviours.method(AttachmentAddon.ATTACHMENT, name, checked(name)));
    }

    private static Object generic(String name, Records self, Arguments arguments) {
        return self.env().registry().behaviours().generic(name).call(self, arguments);
    }

    private static ModelMethod narrowed(String name) {
        return (self, arguments) -> {
            if (isStrict(self) && !self.may(Operation.READ)) {
                // Who may read none finds none, and is not told why.
                return generic(name, self.sudo(), narrowed(arguments, List.of(Arrays.asList(0, "=", 1))));
            }
            return generic(name, self, narrowed(arguments, narrowing(self, arguments, true)));
        };
    }

    /** The earlier version counts what it would not show. */
    private static ModelMethod grouped(String name) {
        return (self, arguments) ->
                generic(name, self, narrowed(arguments, narrowing(self, arguments, isStrict(self))));
    }

    private static ModelMethod checked(String name) {
        return (self, arguments) -> {
            if (self.env().caller().policy().isPresent()) {
                self.requireReadable(); // first of all, so that whoever calls with a key is told which policy
                // refuses them
            }
            new AttachmentRights(self.env()).checkRead(self);
            return generic(name, self, arguments);
        };
    }

    private static boolean isStrict(Records self) {
        return self.env().version().has("attachments.records-must-exist");
    }

    private static Arguments narrowed(Arguments arguments, List<Object> narrowing) {
        Map<String, Object> values = new LinkedHashMap<>(arguments.values());
        for (String name : DOMAINS) {
            if (values.containsKey(name) && (values.get(name) == null || values.get(name) instanceof List<?>)) {
                List<Object> domain = new ArrayList<>(narrowing);
                if (values.get(name) instanceof List<?> given) {
                    domain.addAll(given);
                }
                values.put(name, domain);
            }
        }
        return new Arguments(values, arguments.variable(), arguments.named());
    }

    private static List<Object> narrowing(Records self, Arguments arguments, boolean byRights) {
        List<Object> narrowing = new ArrayList<>();
        boolean asked = DOMAINS.stream()
                .map(arguments.values()::get)
                .anyMatch(domain ->
                        domain instanceof List<?> list && list.stream().anyMatch(AttachmentSearch::asksForFields));
        if (!asked) {
            narrowing.add(Arrays.asList("res_field", "=", false));
        }
        if (byRights) {
            Set<Integer> hidden = new AttachmentRights(self.env()).hidden();
            if (!hidden.isEmpty()) {
                narrowing.add(Arrays.asList("id", "not in", new ArrayList<Object>(hidden)));
            }
        }
        return narrowing;
    }

    private static boolean asksForFields(Object term) {
        return term instanceof List<?> list
                && !list.isEmpty()
                && (list.get(0).equals("id") || list.get(0).equals("res_field"));
    }
}
