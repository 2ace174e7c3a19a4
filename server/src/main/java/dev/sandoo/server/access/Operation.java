package dev.sandoo.server.access;

import java.util.Arrays;
import java.util.Optional;

/** What rights and rules tell apart. */
public enum Operation {
    READ("read", "perm_read"),
    WRITE("write", "perm_write"),
    CREATE("create", "perm_create"),
    UNLINK("unlink", "perm_unlink");

    private final String odooName;
    private final String column;

    Operation(String odooName, String column) {
        this.odooName = odooName;
        this.column = column;
    }

    /** Odoo's word for it, such as {@code unlink}. */
    public String odooName() {
        return odooName;
    }

    /** The column of {@code ir_model_access} and {@code ir_rule} that allows it. */
    String column() {
        return column;
    }

    /** The operation with Odoo's word. */
    public static Optional<Operation> of(String odooName) {
        return Arrays.stream(values())
                .filter(operation -> operation.odooName.equals(odooName))
                .findFirst();
    }
}
