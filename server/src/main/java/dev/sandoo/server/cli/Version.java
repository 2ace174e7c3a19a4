package dev.sandoo.server.cli;

import java.util.Optional;

/** The version of this build. */
final class Version {
    private Version() {}

    /** What the jar says; classes that are not in a jar say {@code development}. */
    static String ofThisProgram() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
