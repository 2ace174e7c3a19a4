package dev.sandoo.server.db.embedded;

import dev.sandoo.server.db.StorageException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One run of a program. Variables of the environment that PostgreSQL's programs obey are withheld from it. */
record Command(List<String> words) {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    Command {
        words = List.copyOf(words);
    }

    /** Starts it with no input; its output is added to a file. */
    Process start(Path log) {
        return start(builder().redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())));
    }

    /** Starts it with a pipe as its input, which closes when we end, however we end. */
    Process startWithPipe() {
        ProcessBuilder builder = builder().redirectOutput(ProcessBuilder.Redirect.DISCARD);
        return start(builder.redirectInput(ProcessBuilder.Redirect.PIPE));
    }

    /** Whether it can be run and ends well. */
    boolean succeeds() {
        try {
            return await(start(builder().redirectOutput(ProcessBuilder.Redirect.DISCARD))) == 0;
        } catch (StorageException e) {
            return false; // no such program
        }
    }

    /**
     * Runs it to its end.
     *
     * @throws StorageException with the last line it wrote, when it fails
     */
    void run() {
        Process process = start(builder());
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (await(process) != 0) {
                throw new StorageException(name() + " failed: " + lastLine(output));
            }
        } catch (IOException e) {
            throw new StorageException(name() + " failed: " + e, e);
        }
    }

    private ProcessBuilder builder() {
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.redirectInput(ProcessBuilder.Redirect.from(nothing()));
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    private Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new StorageException(name() + " cannot be started: " + e.getMessage(), e);
        }
    }

    private int await(Process process) {
        try {
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new StorageException(name() + " did not end within " + LIMIT.toMinutes() + " minutes");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new StorageException("interrupted while " + name() + " ran", e);
        }
    }

    private String name() {
        return words.get(0);
    }

    private static File nothing() {
        return new File(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null");
    }

    private static String lastLine(String output) {
        return output.lines()
                .filter(line -> !line.isBlank())
                .reduce("no output", (first, second) -> second)
                .strip();
    }
}
