package dev.sandoo.server.access.policy;

import dev.sandoo.server.document.Glob;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Names and globs ({@code *} for any letters, {@code ?} for one) as a policy lists them. Names are compared letter for letter:
 * neither case nor letters that look alike are overlooked. Immutable.
 */
public final class NamePatterns {
    private final Set<String> names = new LinkedHashSet<>();
    private final List<Glob> globs;

    public NamePatterns(List<String> texts) {
        names.addAll(texts);
        globs = texts.stream().map(Glob::new).filter(glob -> !glob.isName()).toList();
    }

    /** Whether one of them fits the name. */
    public boolean match(String name) {
        return names.contains(name) || globs.stream().anyMatch(glob -> glob.fits(name));
    }

    /** Whether the name itself is listed, and not only a glob that fits. */
    public boolean listed(String name) {
        return names.contains(name);
    }

    /** As they were listed. */
    @Override
    public String toString() {
        return String.join(", ", names);
    }
}
