package dev.sandoo.server.control;

import dev.sandoo.server.document.Nearest;
import dev.sandoo.server.error.DatabaseError;
import dev.sandoo.server.error.OdooError;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** Why something asked of the control interface is not done; becomes a problem document. */
public final class ControlException extends RuntimeException {
    private static final String NAME_TAKEN = "42P04";
    private static final String NO_SUCH_DATABASE = "3D000";
    private static final String CONNECTION_FAILURE = "08";

    private final ProblemKind kind;
    private final transient List<Problem.Part> parts;

    /** @param detail what is wrong this time, for people */
    public ControlException(ProblemKind kind, String detail) {
        this(kind, detail, List.of(), null);
    }

    private ControlException(ProblemKind kind, String detail, List<Problem.Part> parts, Throwable cause) {
        super(detail, cause);
        this.kind = Objects.requireNonNull(kind, "kind");
        this.parts = List.copyOf(parts);
    }

    /** For a body that reads well but holds something that cannot be. */
    public static ControlException invalid(String pointer, String detail) {
        String place = pointer.isEmpty() ? "the body" : pointer.substring(1).replace('/', '.');
        return new ControlException(
                ProblemKind.INVALID, place + ": " + detail, List.of(new Problem.Part("#" + pointer, detail)), null);
    }

    /** For several things that are wrong at once, in places that each tells by itself. */
    static ControlException several(ProblemKind kind, List<String> problems) {
        List<Problem.Part> parts =
                problems.stream().map(problem -> new Problem.Part("#", problem)).toList();
        return new ControlException(kind, String.join("; ", problems), parts, null);
    }

    /** For a database that is not there. */
    public static ControlException unknownDatabase(String name, Collection<String> known) {
        return new ControlException(
                ProblemKind.UNKNOWN_DATABASE, "there is no database " + name + Nearest.hint(name, known));
    }

    /** What an error of Odoo's family is here. */
    static ControlException of(OdooError error) {
        return new ControlException(kind(error), error.getMessage(), List.of(), error);
    }

    private static ProblemKind kind(OdooError error) {
        String state = error instanceof DatabaseError database ? database.sqlState() : "";
        return switch (state) {
            case NAME_TAKEN -> ProblemKind.NAME_TAKEN;
            case NO_SUCH_DATABASE -> ProblemKind.UNKNOWN_DATABASE;
            default -> state.startsWith(CONNECTION_FAILURE) ? ProblemKind.UNAVAILABLE : ProblemKind.REFUSED;
        };
    }

    public ProblemKind kind() {
        return kind;
    }

    List<Problem.Part> parts() {
        return parts;
    }
}
