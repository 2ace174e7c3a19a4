package dev.sandoo.server.journal;

/** What somebody asks of the journal makes no sense. */
public final class BadQueryException extends RuntimeException {
    private final String member;

    BadQueryException(String member, String fault) {
        super(member + " " + fault);
        this.member = member;
    }

    /** Where the fault is, such as {@code where.values.email}. */
    public String member() {
        return member;
    }
}
