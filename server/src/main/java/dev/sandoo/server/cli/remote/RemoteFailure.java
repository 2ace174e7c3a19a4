package dev.sandoo.server.cli.remote;

/** Why a command did not do what it was asked; its message is for people. */
public final class RemoteFailure extends RuntimeException {
    /** What was wrong. */
    public enum Kind {
        /** The command line. */
        MISUSE,
        /** Anything else: no server, or one that refused. */
        REFUSAL
    }

    private final Kind kind;

    RemoteFailure(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    static RemoteFailure refusal(String message) {
        return new RemoteFailure(Kind.REFUSAL, message);
    }

    public Kind kind() {
        return kind;
    }
}
