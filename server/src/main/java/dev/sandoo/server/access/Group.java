package dev.sandoo.server.access;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/**
 * A group as messages name it.
 *
 * @param heading the privilege or category it stands under
 */
record Group(int id, String name, Optional<String> heading) {
    /** The order in which messages list groups: by heading, those without one last. */
    static final Comparator<Group> BY_NAME = Comparator.comparing(
                    (Group group) -> group.heading.orElse(null), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Group::name);

    Group {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(heading, "heading");
    }

    /** Such as {@code Sales/Administrator}: how rights name a group. */
    String path() {
        return heading.map(text -> text + "/" + name).orElse(name);
    }

    /** Such as {@code Sales / Administrator}: the group's {@code full_name}. */
    String fullName() {
        return heading.map(text -> text + " / " + name).orElse(name);
    }
}
