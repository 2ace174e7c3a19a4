package dev.sandoo.server.control.status;

/** A server that is well says {@code pass}; one that is not answers with a problem. */
public record Health(String status) {
    static final Health PASS = new Health("pass");
}
