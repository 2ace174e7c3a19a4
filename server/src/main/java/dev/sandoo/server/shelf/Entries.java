package dev.sandoo.server.shelf;

import dev.sandoo.server.document.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Collects what one file says, each entry under its own name or that of the file and a number. */
public final class Entries {
    private final String kind;
    private final Optional<String> source;
    private final List<Entry> all = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    /**
     * Starts with none.
     *
     * @param kind what an entry is, such as {@code stub}
     * @param source the file's name; without one, entries may be nameless
     */
    public Entries(String kind, Optional<String> source) {
        this.kind = Objects.requireNonNull(kind, "kind");
        this.source = Objects.requireNonNull(source, "source");
    }

    /** Adds an entry; a name that another has is noted as a problem. */
    public void add(String ownName, Node node) {
        Optional<String> name = Optional.of(ownName)
                .filter(word -> !word.isEmpty())
                .or(() -> source.map(file -> file + "#" + (all.size() + 1)));
        if (name.isPresent() && !names.add(name.get())) {
            node.problem("has the name of another " + kind + ": " + name.get());
        }
        all.add(new Entry(name, node.plain()));
    }

    public List<Entry> all() {
        return List.copyOf(all);
    }
}
