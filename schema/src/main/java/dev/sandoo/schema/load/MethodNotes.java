package dev.sandoo.schema.load;

import dev.sandoo.schema.MethodNote;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what a version's documentation says of generic methods; nothing but that documentation needs it. */
public final class MethodNotes {
    private MethodNotes() {}

    /**
     * The notes of a version by method name; empty for a version without such documentation.
     *
     * @throws IllegalArgumentException when there is no data for the version
     * @throws SchemaDataException when the data is bad
     */
    public static Map<String, MethodNote> of(String version) {
        Entry file = SchemaLoader.folderOf(version).object("method_notes.json");
        Map<String, MethodNote> notes = new LinkedHashMap<>();
        for (String method : List.copyOf(file.names())) {
            notes.put(method, note(file.part("method ", method, file.take(method))));
        }
        return notes;
    }

    private static MethodNote note(Entry entry) {
        MethodNote note = new MethodNote(
                entry.text("model"),
                entry.text("module"),
                entry.flag("readonly"),
                entry.textsByName("annotations"),
                entry.optionalText("returns"));
        entry.refuseLeftovers();
        return note;
    }
}
