package dev.sandoo.server.journal;

/** What somebody asks of the journal makes no sense. */
public final class BadQueryException extends RuntimeException {
    private final String member;
    private final String fault;

    BadQueryException(String member, String fault) {
        super(member + " " + fault);
        this.member = member;
        this.fault = fault;
    }

    /** What is wrong with it, such as {@code is no text}. */
    public String fault() {
        return fault;
    }

    /** Where the fault is, such as {@code where.values.email}. */
    public String member() {
        return member;
    }
}
