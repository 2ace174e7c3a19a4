package dev.sandoo.server.stub;

import java.util.List;

/** Stubs in the order in which they are asked. Immutable. */
record Stubs(List<StoredStub> all) {
    static final Stubs NONE = new Stubs(List.of());

    Stubs {
        all = List.copyOf(all);
    }

    /** @param id of its row */
    record StoredStub(int id, Stub stub) {}

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** Those for a method. */
    Stubs about(String model, String method) {
        if (isEmpty()) {
            return this;
        }
        List<StoredStub> fitting = all.stream()
                .filter(stored -> stored.stub().isFor(model, method))
                .toList();
        return fitting.isEmpty() ? NONE : new Stubs(fitting);
    }

    /** Whether one of them is for this model by name. */
    boolean nameModel(String model) {
        return all.stream()
                .map(stored -> stored.stub().model())
                .anyMatch(glob -> glob.isName() && glob.text().equals(model));
    }
}
