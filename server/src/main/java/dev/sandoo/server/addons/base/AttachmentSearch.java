package dev.sandoo.server.addons.base;

import dev.sandoo.server.orm.Arguments;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.ModelMethod;
import dev.sandoo.server.orm.Records;
import dev.sandoo.server.sql.SqlFragment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a search for attachments leaves out: the values of binary fields, unless it asks for them or for ids. */
final class AttachmentSearch {
    private static final List<String> METHODS = List.of("search", "search_read", "search_count");
    private static final List<String> DOMAINS = List.of("domain", "args");

    private AttachmentSearch() {}

    static void register(Behaviours.Builder behaviours) {
        METHODS.forEach(name -> behaviours.method(AttachmentAddon.ATTACHMENT, name, narrowed(name)));
    }

    private static ModelMethod narrowed(String name) {
        return (self, arguments) -> self.env()
                .registry()
                .behaviours()
                .method(Behaviours.ANY_MODEL, name)
                .orElseThrow()
                .call(self, narrowed(self, arguments));
    }

    private static Arguments narrowed(Records self, Arguments arguments) {
        Map<String, Object> values = new LinkedHashMap<>(arguments.values());
        for (String name : DOMAINS) {
            if (values.containsKey(name) && (values.get(name) == null || values.get(name) instanceof List<?>)) {
                values.put(name, narrowed(self, (List<?>) values.get(name)));
            }
        }
        return new Arguments(values, arguments.variable(), arguments.named());
    }

    private static List<Object> narrowed(Records self, List<?> domain) {
        List<Object> narrowed = new ArrayList<>();
        if (domain == null || domain.stream().noneMatch(AttachmentSearch::asksForFields)) {
            narrowed.add(Arrays.asList("res_field", "=", false));
        }
        if (!self.env().version().has("attachments.records-must-exist")) {
            List<Object> orphans = orphans(self);
            if (!orphans.isEmpty()) {
                narrowed.add(Arrays.asList("id", "not in", orphans));
            }
        }
        if (domain != null) {
            narrowed.addAll(domain);
        }
        return narrowed;
    }

    private static boolean asksForFields(Object term) {
        return term instanceof List<?> list
                && !list.isEmpty()
                && (list.get(0).equals("id") || list.get(0).equals("res_field"));
    }

    /** Attachments of a model that name no record of it, or one that is gone: the earlier version hides them. */
    private static List<Object> orphans(Records self) {
        Map<String, Map<Integer, List<Object>>> byRecord = new LinkedHashMap<>();
        self.env()
                .transaction()
                .query(
                        SqlFragment.of(
                                "SELECT res_model, coalesce(res_id, 0), id FROM ir_attachment WHERE res_model IS NOT NULL"),
                        row -> byRecord.computeIfAbsent(row.text(1), model -> new LinkedHashMap<>())
                                .computeIfAbsent(row.integer(2), id -> new ArrayList<>())
                                .add(row.integer(3)));
        List<Object> orphans = new ArrayList<>();
        byRecord.forEach((model, records) -> {
            List<Integer> existing = self.env().registry().find(model).isEmpty()
                    ? List.of()
                    : self.env()
                            .sudo()
                            .records(model, records.keySet())
                            .exists()
                            .ids();
            records.forEach((id, attachments) -> {
                if (!existing.contains(id)) {
                    orphans.addAll(attachments);
                }
            });
        });
        return orphans;
    }
}
