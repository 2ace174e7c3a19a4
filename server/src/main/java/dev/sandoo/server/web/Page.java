package dev.sandoo.server.web;

/** Answers the requests of one path. */
@FunctionalInterface
public interface Page {
    PageAnswer answer(PageRequest request);
}
