package dev.sandoo.schema.load;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A list in the data that knows where it stands. */
record Entries(String where, Object value) {

    /** Turns each element, which must be an object, into something else. */
    <T> List<T> map(Function<Entry, T> reader) {
        if (!(value instanceof List<?> elements)) {
            throw new SchemaDataException(where, "must be a list");
        }
        List<T> result = new ArrayList<>(elements.size());
        for (int i = 0; i < elements.size(); i++) {
            Entry entry = Entry.of(where + ", element " + (i + 1), elements.get(i));
            result.add(reader.apply(entry));
            entry.refuseLeftovers();
        }
        return result;
    }
}
