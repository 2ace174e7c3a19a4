package dev.sandoo.server.orm;

import dev.sandoo.server.error.PythonError;

/** The error for what Odoo has and Sandoo does not emulate. */
final class NotEmulated {
    private NotEmulated() {}

    static PythonError method(String model, String method) {
        return PythonError.notEmulated(
                "Sandoo does not emulate " + model + "." + method
                        + ". docs/COVERAGE.md lists what it does; give it an answer of your own with a stub for this model and method.");
    }
}
