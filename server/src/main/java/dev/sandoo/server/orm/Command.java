package dev.sandoo.server.orm;

/**
 * One command for a to-many field, as it came over the wire and known to be long enough for its kind.
 *
 * @param target the record's id as a wire value; null where the command has none
 * @param payload values or ids as a wire value; null where the command has none
 */
record Command(Kind kind, Object target, Object payload) {
    /** Odoo's command codes, in their order from 0. */
    enum Kind {
        CREATE(3),
        UPDATE(3),
        DELETE(2),
        UNLINK(2),
        LINK(2),
        CLEAR(1),
        SET(3);

        private final int parts;

        Kind(int parts) {
            this.parts = parts;
        }

        /** How many parts a command of this kind has at least. */
        int parts() {
            return parts;
        }
    }
}
