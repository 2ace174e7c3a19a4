package dev.sandoo.server.orm;

import dev.sandoo.server.error.PythonError;

/** The error for what Odoo has and Sandoo does not emulate. */
final class NotEmulated {
    private NotEmulated() {}

    static PythonError method(String model, String method) {
        return PythonError.notEmulated("""
                Sandoo does not emulate %1$s.%2$s (docs/COVERAGE.md lists what it does). Give it an answer of your own with a stub, \
                in a file for --stubs or posted to /_sandoo/databases/{db}/stubs:

                stubs:
                  - model: %1$s
                    method: %2$s
                    then:
                      value: true
                """.formatted(model, method).strip());
    }
}
