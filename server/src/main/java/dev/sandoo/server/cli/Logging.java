package dev.sandoo.server.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import org.slf4j.LoggerFactory;

/**
 * Sends the log to standard error. Set by the program and not by a file on the class path, so that a test that embeds the
 * server keeps its own logging.
 *
 * <p>A line is written by the thread that logs it: that costs a few microseconds, less than handing it to another thread
 * would, and no line is lost when the process ends.
 */
final class Logging {
    private Logging() {}

    /** Logs what is at least as weighty as the level; of libraries, warnings at most. */
    static void start(LogLevel level) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(level == LogLevel.ERROR ? Level.ERROR : Level.WARN);
        context.getLogger("dev.sandoo").setLevel(Level.valueOf(level.name()));
        root.addAppender(standardError(context));
    }

    private static ConsoleAppender<ILoggingEvent> standardError(LoggerContext context) {
        LogLine layout = new LogLine();
        layout.setContext(context);
        layout.start();
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setContext(context);
        encoder.setLayout(layout);
        encoder.start();
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(context);
        appender.setTarget("System.err");
        appender.setEncoder(encoder);
        appender.start();
        return appender;
    }
}
