package dev.sandoo.server.access.policy;

import dev.sandoo.server.access.Operation;
import dev.sandoo.server.access.RuleParser;
import dev.sandoo.server.document.Glob;
import dev.sandoo.server.document.Nearest;
import dev.sandoo.server.document.Node;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Condition.AllOf;
import dev.sandoo.server.domain.Condition.AnyOf;
import dev.sandoo.server.domain.Condition.Not;
import dev.sandoo.server.domain.Condition.Term;
import dev.sandoo.server.error.OdooError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Reads what a document opens of a model. */
final class GrantReader {
    private static final List<String> CLASSES =
            Arrays.stream(Operation.values()).map(Operation::odooName).toList();

    private final Optional<Vocabulary> vocabulary;

    GrantReader(Optional<Vocabulary> vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** What the document says of a model or a glob; what is wrong with it has been noted. */
    ModelGrant read(String model, Node given) {
        checkModel(given, model);
        if (!given.isTable()) {
            return new ModelGrant(
                    model,
                    methods(model, given),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    given.line(),
                    Map.of());
        }
        given.allow("methods", "fields", "returns", "records");
        return new ModelGrant(
                model,
                given.require("methods")
                        .map(methods -> methods(model, methods))
                        .orElseGet(() -> new NamePatterns(List.of())),
                given.find("fields").map(fields -> fields(model, fields)),
                given.find("returns").map(fields -> fields(model, fields)),
                given.find("records").flatMap(records -> records(model, records)),
                given.line(),
                PolicyParser.lines(given));
    }

    private void checkModel(Node entry, String model) {
        if (Sensitive.instance().isClosed(model)) {
            entry.problem("no policy opens " + model + ", which would let a key widen itself");
        } else if (new Glob(model).isName()) {
            vocabulary
                    .filter(known -> !known.models().contains(model))
                    .ifPresent(
                            known -> entry.problem("there is no model " + model + Nearest.hint(model, known.models())));
        }
    }

    private Optional<Vocabulary> knowing(String model) {
        return vocabulary.filter(known -> known.models().contains(model));
    }

    private NamePatterns methods(String model, Node given) {
        List<String> methods = new ArrayList<>();
        if (given.listed().isEmpty()) {
            given.problem("is empty, which opens nothing; leave the model out");
        }
        for (Node one : given.listed()) {
            Optional<String> text = one.written();
            if (text.isEmpty()) {
                one.problem("must be a list of methods, such as [read, write]");
                continue;
            }
            methods.add(text.get());
            checkMethod(model, one, text.get());
        }
        return new NamePatterns(methods);
    }

    private void checkMethod(String model, Node entry, String method) {
        if (Sensitive.instance().isClosedMethod(model, method)) {
            entry.problem("no policy opens " + method + ", which would let a key widen itself");
        } else if (method.startsWith("_")) {
            entry.problem(method + " is private, and nobody calls it");
        } else if (new Glob(method).isName() && !CLASSES.contains(method)) {
            knowing(model)
                    .map(known -> known.methods(model))
                    .filter(known -> !known.contains(method))
                    .ifPresent(known -> {
                        Collection<String> all = new TreeSet<>(known);
                        all.addAll(CLASSES);
                        entry.problem(model + " has no method " + method + Nearest.hint(method, all));
                    });
        }
    }

    private NamePatterns fields(String model, Node given) {
        List<String> fields = new ArrayList<>();
        for (Node one : given.listed()) {
            Optional<String> text = one.written();
            if (text.isEmpty()) {
                one.problem("must be a list of fields, such as [name, phone]");
                continue;
            }
            fields.add(text.get());
            if (new Glob(text.get()).isName()) {
                knowing(model)
                        .map(known -> known.fields(model))
                        .filter(known -> !known.contains(text.get()))
                        .ifPresent(known ->
                                one.problem(model + " has no field " + text.get() + Nearest.hint(text.get(), known)));
            }
        }
        return new NamePatterns(fields);
    }

    private Optional<Object> records(String model, Node given) {
        if (!new Glob(model).isName()) {
            given.problem("a domain belongs to one model, and not to " + model);
        }
        Optional<String> text = given.written().filter(written -> written.startsWith("["));
        if (text.isPresent()) {
            return rule(given, text.get());
        }
        if (!given.isList()) {
            given.problem("must be a domain, such as [[\"team_id\", \"=\", 2]]");
            return Optional.empty();
        }
        List<?> domain = (List<?>) given.plain();
        knowing(model).ifPresent(known -> checkDomain(known, model, given, domain));
        return Optional.of(domain);
    }

    /** An expression as record rules have them, which may name the user. */
    private static Optional<Object> rule(Node given, String text) {
        try {
            RuleParser.parse("records", text);
        } catch (IllegalArgumentException e) {
            given.problem("is no domain: " + e.getMessage());
        }
        return Optional.of(text);
    }

    private static void checkDomain(Vocabulary known, String model, Node given, List<?> domain) {
        try {
            known.domain(model, domain).accept(new FirstSteps(known, model, given));
        } catch (OdooError e) {
            given.problem("is no domain on " + model + ": " + e.getMessage());
        }
    }

    /** Sees to it that each path of a domain begins with a field. */
    private record FirstSteps(Vocabulary known, String model, Node given) implements Condition.Visitor<Void> {
        @Override
        public Void allOf(AllOf node) {
            node.parts().forEach(part -> part.accept(this));
            return null;
        }

        @Override
        public Void anyOf(AnyOf node) {
            node.parts().forEach(part -> part.accept(this));
            return null;
        }

        @Override
        public Void not(Not node) {
            return node.part().accept(this);
        }

        @Override
        public Void term(Term node) {
            String first = node.path().split("\\.", 2)[0];
            Collection<String> fields = known.fields(model);
            if (!fields.contains(first)) {
                given.problem(model + " has no field " + first + Nearest.hint(first, fields));
            }
            return null;
        }
    }
}
