package dev.sandoo.server.cli;

/** What the program tells the shell when it ends. */
enum ExitCode {
    /** It did what it was asked. */
    DONE(0),
    /** The settings are right, yet something outside them stopped it, such as a port in use. */
    FAILED(1),
    /** The command or its settings are wrong. */
    BAD_SETTINGS(2);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
