package dev.sandoo.server.db;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * What is to be told of a transaction beside what it stores: the values it changes, and remarks. Whoever wants to tell asks for
 * changes to be noted, as finding out what values were costs something. What a savepoint undoes is forgotten. Used by one
 * thread.
 */
public final class Notes {
    private final List<ValueChange> changes = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private boolean wanted;

    /** Has changes noted from now on. */
    public void want() {
        wanted = true;
    }

    /** Whether somebody is going to tell of changes. */
    public boolean areWanted() {
        return wanted;
    }

    /** Notes changes; without effect when nobody wants to know. */
    public void changed(Collection<ValueChange> some) {
        if (wanted) {
            changes.addAll(some);
        }
    }

    /** Notes something worth knowing of what went on, such as what a rule on trial would have refused. */
    public void remark(String text) {
        remarks.add(Objects.requireNonNull(text, "text"));
    }

    /** The changes so far, in order. */
    public List<ValueChange> changes() {
        return Collections.unmodifiableList(changes);
    }

    /** The remarks so far, in order. */
    public List<String> remarks() {
        return Collections.unmodifiableList(remarks);
    }

    int mark() {
        return changes.size();
    }

    /** Forgets the changes since a mark; remarks stay, for they tell of what was tried. */
    void backTo(int mark) {
        changes.subList(mark, changes.size()).clear();
    }
}
