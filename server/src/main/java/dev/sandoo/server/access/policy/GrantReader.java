package dev.sandoo.server.access.policy;

import dev.sandoo.server.access.RuleParser;
import dev.sandoo.server.access.policy.Node.Items;
import dev.sandoo.server.access.policy.Node.Scalar;
import dev.sandoo.server.access.policy.Node.Table;
import dev.sandoo.server.document.Glob;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Condition.AllOf;
import dev.sandoo.server.domain.Condition.AnyOf;
import dev.sandoo.server.domain.Condition.Not;
import dev.sandoo.server.domain.Condition.Term;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads what a document opens of a model. */
final class GrantReader {
    private static final Set<String> KEYS = new TreeSet<>(List.of("methods", "fields", "returns", "records"));
    private static final List<String> CLASSES = List.of("read", "create", "write", "unlink");

    private final Optional<Vocabulary> vocabulary;
    private final List<PolicyProblem> problems;

    GrantReader(Optional<Vocabulary> vocabulary, List<PolicyProblem> problems) {
        this.vocabulary = vocabulary;
        this.problems = problems;
    }

    /** Empty when it opens nothing that there is; the reason has been noted. */
    Optional<ModelGrant> read(Section.Entry entry) {
        String model = entry.path().substring("models.".length());
        checkModel(entry, model);
        if (entry.node() instanceof Items || entry.text().isPresent()) {
            return Optional.of(new ModelGrant(
                    model,
                    methods(model, entry),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    entry.line(),
                    Map.of()));
        }
        return entry.section().map(section -> grant(entry, model, section));
    }

    private ModelGrant grant(Section.Entry entry, String model, Section section) {
        section.requireKnown(KEYS);
        NamePatterns methods = section.required("methods")
                .map(given -> methods(model, given))
                .orElseGet(() -> new NamePatterns(List.of()));
        return new ModelGrant(
                model,
                methods,
                section.find("fields").map(given -> fields(model, given)),
                section.find("returns").map(given -> fields(model, given)),
                section.find("records").flatMap(given -> records(model, given)),
                entry.line(),
                section.lines());
    }

    private void checkModel(Section.Entry entry, String model) {
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

    private NamePatterns methods(String model, Section.Entry given) {
        List<String> methods = new ArrayList<>();
        if (given.items().isEmpty()) {
            given.problem("is empty, which opens nothing; leave the model out");
        }
        for (Section.Entry one : given.items()) {
            Optional<String> text = one.text();
            if (text.isEmpty()) {
                one.problem("must be a list of methods, such as [read, write]");
                continue;
            }
            methods.add(text.get());
            checkMethod(model, one, text.get());
        }
        return new NamePatterns(methods);
    }

    private void checkMethod(String model, Section.Entry entry, String method) {
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

    private NamePatterns fields(String model, Section.Entry given) {
        List<String> fields = new ArrayList<>();
        for (Section.Entry one : given.items()) {
            Optional<String> text = one.text();
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

    private Optional<Object> records(String model, Section.Entry given) {
        if (!new Glob(model).isName()) {
            given.problem("a domain belongs to one model, and not to " + model);
        }
        if (given.text().filter(text -> text.startsWith("[")).isPresent()) {
            return rule(given, given.text().get());
        }
        if (!(given.node() instanceof Items items)) {
            given.problem("must be a domain, such as [[\"team_id\", \"=\", 2]]");
            return Optional.empty();
        }
        List<?> domain = (List<?>) value(items);
        knowing(model).ifPresent(known -> checkDomain(known, model, given, domain));
        return Optional.of(domain);
    }

    /** An expression as record rules have them, which may name the user. */
    private static Optional<Object> rule(Section.Entry given, String text) {
        try {
            RuleParser.parse("records", text);
        } catch (RuntimeException e) {
            given.problem("is no domain: " + e.getMessage());
        }
        return Optional.of(text);
    }

    private static void checkDomain(Vocabulary known, String model, Section.Entry given, List<?> domain) {
        try {
            known.domain(model, domain).accept(new FirstSteps(known, model, given));
        } catch (RuntimeException e) {
            given.problem("is no domain on " + model + ": " + e.getMessage());
        }
    }

    private static Object value(Node node) {
        if (node instanceof Items items) {
            List<Object> values = new ArrayList<>();
            items.items().forEach(one -> values.add(value(one)));
            return values;
        }
        if (node instanceof Table table) {
            Map<String, Object> values = new LinkedHashMap<>();
            table.entries().forEach((key, one) -> values.put(key.name(), value(one)));
            return values;
        }
        return ((Scalar) node).value();
    }

    /** Sees to it that each path of a domain begins with a field. */
    private record FirstSteps(Vocabulary known, String model, Section.Entry given) implements Condition.Visitor<Void> {
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
