package dev.sandoo.server.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Joins domains as versions do whose domains are plain lists: each part stays as it was written. */
public final class LeafListDomain {
    private LeafListDomain() {}

    /** The list with every {@code &} that it implies. */
    public static List<Object> normalized(List<?> domain) {
        List<Object> items = new ArrayList<>();
        int expected = 1;
        for (Object item : domain) {
            if (expected == 0) {
                items.add(0, "&");
                expected = 1;
            }
            items.add(item);
            expected += arity(item) - 1;
        }
        return items;
    }

    private static int arity(Object item) {
        if ("!".equals(item)) {
            return 1;
        }
        return item instanceof String ? 2 : 0;
    }

    /** All of the domains, which are normalized; empty ones have no say. */
    public static List<Object> all(List<List<Object>> domains) {
        List<List<Object>> parts =
                domains.stream().filter(domain -> !domain.isEmpty()).toList();
        List<Object> items = new ArrayList<>(Collections.nCopies(Math.max(parts.size() - 1, 0), "&"));
        parts.forEach(items::addAll);
        return items;
    }
}
