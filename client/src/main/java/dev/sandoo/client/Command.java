package dev.sandoo.client;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What to do with the records of a one2many or many2many field: put a list of these into the values of a create or write. */
public final class Command {
    private static final int CREATE = 0;
    private static final int UPDATE = 1;
    private static final int DELETE = 2;
    private static final int UNLINK = 3;
    private static final int LINK = 4;
    private static final int CLEAR = 5;
    private static final int SET = 6;
    private static final int NONE = 0;

    private Command() {}

    /** Create a record and add it. */
    public static List<Object> create(Map<String, ?> values) {
        return List.of(CREATE, NONE, values);
    }

    /** Write to a record of the field. */
    public static List<Object> update(int id, Map<String, ?> values) {
        return List.of(UPDATE, id, values);
    }

    /** Take a record out and delete it. */
    public static List<Object> delete(int id) {
        return List.of(DELETE, id, NONE);
    }

    /** Take a record out. */
    public static List<Object> unlink(int id) {
        return List.of(UNLINK, id, NONE);
    }

    /** Add an existing record. */
    public static List<Object> link(int id) {
        return List.of(LINK, id, NONE);
    }

    /** Take all records out. */
    public static List<Object> clear() {
        return List.of(CLEAR, NONE, NONE);
    }

    /** Have exactly these records. */
    public static List<Object> set(Collection<Integer> ids) {
        return List.of(SET, NONE, List.copyOf(ids));
    }
}
