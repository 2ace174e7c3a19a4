package dev.sandoo.server.http;

import java.io.IOException;

/** A request's body is over {@link HttpSettings#maxBodyBytes()}. */
final class BodyTooLargeException extends IOException {
    BodyTooLargeException(long limit) {
        super("the body is over " + limit + " bytes");
    }
}
