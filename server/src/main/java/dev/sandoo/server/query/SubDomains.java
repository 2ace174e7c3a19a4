package dev.sandoo.server.query;

import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Condition.Term;
import dev.sandoo.server.domain.DomainParser;

/** The conditions that {@code any} and its kin hold as values. The parser leaves wrong ones as they came; here they fail. */
final class SubDomains {
    private SubDomains() {}

    static Condition of(Term term, Scope scope) {
        return DomainParser.of(scope.context().version()).parse(term.value());
    }

    /** The term with its value read as a domain, or the error of what is none. */
    static Term parsed(Term term, Scope scope) {
        return new Term(term.path(), term.operator(), of(term, scope));
    }
}
