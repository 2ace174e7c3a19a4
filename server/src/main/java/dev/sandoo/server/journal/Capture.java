package dev.sandoo.server.journal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Takes a call's values into keeping: masks secrets, and cuts what is beyond a budget. Values that need neither are kept as
 * they are, without a copy: wire values do not change once a call has ended. Serves one call.
 */
final class Capture {
    /** Nobody reads on in an attachment's base64. */
    private static final int MAX_TEXT = 4_000;

    private static final int OBJECT_BYTES = 16;
    private static final int TEXT_BYTES = 40;
    private static final int ITEM_BYTES = 8;
    private static final int MEMBER_BYTES = 48;

    private final String model;
    private final boolean allSecret;
    private final Function<String, Object> mask;
    private final int textLimit;
    private final int budget;
    private int used;
    private boolean cut;

    private Capture(String model, String method, Function<String, Object> mask, int textLimit, int budget) {
        this.model = model;
        this.allSecret = SecretNames.isSecretMethod(model, method);
        this.mask = mask;
        this.textLimit = textLimit;
        this.budget = budget;
    }

    /** Masks and cuts. */
    static Capture bounded(String model, String method, int budget) {
        return new Capture(model, method, secret -> PlainValue.MASK, MAX_TEXT, budget);
    }

    /** Masks with values of the caller's own, and keeps everything. */
    static Capture whole(String model, String method, Function<String, Object> mask) {
        return new Capture(model, method, mask, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    /** Whether anything was cut. */
    boolean isCut() {
        return cut;
    }

    /** The memory that what was captured takes, estimated. */
    int bytes() {
        return used;
    }

    /** Positional arguments; for {@code load} and {@code set_param} the first says what the second holds. */
    List<Object> arguments(String method, List<Object> args) {
        if (method.equals("load") && args.size() > 1 && args.get(0) instanceof List<?> names) {
            return replaced(args, 1, rows(names, args.get(1)));
        }
        if (method.equals("set_param")
                && args.size() > 1
                && args.get(0) instanceof String key
                && SecretNames.isSecretParameter(key)) {
            return replaced(args, 1, masked(args.get(1)));
        }
        return list(args);
    }

    private List<Object> replaced(List<Object> args, int index, Object value) {
        List<Object> copy = new ArrayList<>(args);
        copy.set(index, value);
        return list(copy);
    }

    private Object rows(List<?> names, Object rows) {
        if (!(rows instanceof List<?> list)) {
            return rows;
        }
        List<Object> masked = new ArrayList<>();
        for (Object row : list) {
            masked.add(row instanceof List<?> cells ? cells(names, cells) : row);
        }
        return masked;
    }

    private List<Object> cells(List<?> names, List<?> cells) {
        List<Object> masked = new ArrayList<>(cells);
        for (int i = 0; i < Math.min(names.size(), cells.size()); i++) {
            if (names.get(i) instanceof String name
                    && SecretNames.isSecret(model, name.substring(name.lastIndexOf('/') + 1))) {
                masked.set(i, masked(cells.get(i)));
            }
        }
        return masked;
    }

    /** Named arguments. */
    @SuppressWarnings("unchecked") // what comes back is the same map, or a copy with the same keys
    Map<String, Object> named(Map<String, Object> kwargs) {
        return (Map<String, Object>) map(kwargs);
    }

    /** Any wire value. */
    Object value(Object value) {
        if (value instanceof String text) {
            return text(allSecret ? mask.apply(text) : text);
        }
        if (value instanceof Map<?, ?> members) {
            return map(members);
        }
        if (value instanceof List<?> items) {
            return list(items);
        }
        used += OBJECT_BYTES;
        return value;
    }

    private Object text(Object value) {
        if (!(value instanceof String text)) {
            return value;
        }
        int room = Math.max(0, Math.min(textLimit, budget - used));
        used += TEXT_BYTES + Math.min(text.length(), room);
        if (text.length() <= room) {
            return text;
        }
        cut = true;
        return text.substring(0, room) + "… (" + text.length() + " characters)";
    }

    @SuppressWarnings("unchecked") // wire lists hold wire values
    private List<Object> list(List<?> items) {
        if (isSecretTerm(items)) {
            return list(List.of(items.get(0), items.get(1), PlainValue.MASK));
        }
        List<Object> copy = null;
        int index = 0;
        for (Object item : items) {
            if (used >= budget) {
                copy = copy == null ? new ArrayList<>(items.subList(0, index)) : copy;
                copy.add("… (" + (items.size() - index) + " more)");
                cut = true;
                break;
            }
            used += ITEM_BYTES;
            Object kept = value(item);
            if (kept != item && copy == null) {
                copy = new ArrayList<>(items.subList(0, index));
            }
            if (copy != null) {
                copy.add(kept);
            }
            index++;
        }
        return copy == null ? (List<Object>) items : Collections.unmodifiableList(copy);
    }

    /** A term of a domain that looks for a secret. */
    private boolean isSecretTerm(List<?> items) {
        return items.size() == 3
                && items.get(0) instanceof String name
                && items.get(1) instanceof String
                && !PlainValue.MASK.equals(items.get(2))
                && SecretNames.isSecret(model, name.substring(name.lastIndexOf('.') + 1));
    }

    private Map<?, ?> map(Map<?, ?> members) {
        boolean secretValue = members.get("key") instanceof String key
                && members.containsKey("value")
                && SecretNames.isSecretParameter(key);
        Map<Object, Object> copy = null;
        int index = 0;
        for (Map.Entry<?, ?> member : members.entrySet()) {
            if (used >= budget) {
                copy = copy == null ? first(members, index) : copy;
                copy.put("…", (members.size() - index) + " more");
                cut = true;
                break;
            }
            used += MEMBER_BYTES;
            Object kept = member(member.getKey(), member.getValue(), secretValue);
            if (kept != member.getValue() && copy == null) {
                copy = first(members, index);
            }
            if (copy != null) {
                copy.put(member.getKey(), kept);
            }
            index++;
        }
        return copy == null ? members : Collections.unmodifiableMap(copy);
    }

    private Object member(Object name, Object value, boolean secretValue) {
        boolean secret =
                secretValue && "value".equals(name) || name instanceof String text && SecretNames.isSecret(model, text);
        return secret && (value instanceof String || value instanceof byte[]) ? masked(value) : value(value);
    }

    /** An empty text hides nothing, and a test may want to see it. */
    private Object masked(Object secret) {
        if (secret instanceof String text) {
            return text.isEmpty() || text.equals(PlainValue.MASK) ? text : mask.apply(text);
        }
        return secret instanceof byte[] ? PlainValue.MASK : secret;
    }

    private static Map<Object, Object> first(Map<?, ?> members, int count) {
        Map<Object, Object> copy = new LinkedHashMap<>();
        for (Map.Entry<?, ?> member : members.entrySet()) {
            if (copy.size() == count) {
                break;
            }
            copy.put(member.getKey(), member.getValue());
        }
        return copy;
    }
}
