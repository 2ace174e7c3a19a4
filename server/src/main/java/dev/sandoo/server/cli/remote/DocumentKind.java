package dev.sandoo.server.cli.remote;

import java.util.List;

/**
 * What a database has documents of.
 *
 * @param word the command's name
 * @param path where the control interface has them
 * @param loaded what is told of each file
 * @param listed what is told of each of them
 */
record DocumentKind(String word, String path, List<String> loaded, List<String> listed) {
    static final DocumentKind STUBS = new DocumentKind(
            "stub", "stubs", List.of("file", "models", "stubs"), List.of("name", "answered", "document"));
    static final DocumentKind FAULTS = new DocumentKind(
            "fault", "faults", List.of("file", "faults"), List.of("name", "calls", "struck", "document"));
}
