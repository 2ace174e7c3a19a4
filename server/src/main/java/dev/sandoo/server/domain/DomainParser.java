package dev.sandoo.server.domain;

import dev.sandoo.schema.OdooVersion;

/** Reads a domain as it comes over the wire: a list of terms (lists of three) and the operators {@code &}, {@code |}, {@code !}. */
public interface DomainParser {
    /** The trait of versions whose domains are objects with rules of their own, stricter in shape and kinder in values. */
    String DOMAIN_OBJECTS = "domain.objects";

    /**
     * The condition that the wire value states. Whether its fields exist is for the compiler to say.
     *
     * @throws dev.sandoo.server.error.PythonError with the version's own text when the value is no domain
     */
    Condition parse(Object wire);

    /** The parser of this version. */
    static DomainParser of(OdooVersion version) {
        return version.has(DOMAIN_OBJECTS) ? new DomainObjectParser() : new LeafListParser();
    }
}
