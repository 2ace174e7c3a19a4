package dev.sandoo.server.scenario;

/** A file that is no scenario. The message names the line and what is wrong with it. */
public final class ScenarioFormatException extends RuntimeException {
    ScenarioFormatException(String message) {
        super(message);
    }
}
