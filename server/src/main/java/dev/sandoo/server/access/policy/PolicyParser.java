package dev.sandoo.server.access.policy;

import dev.sandoo.server.access.policy.Node.Items;
import dev.sandoo.server.access.policy.Node.Table;
import dev.sandoo.server.access.policy.Policy.Mode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads the document of a policy, YAML or JSON, and tells all that is wrong with it at once, by line and key. Used once.
 */
public final class PolicyParser {
    /** The dialects as documents name them. */
    public static final List<String> PROTOCOLS = List.of("xmlrpc", "jsonrpc", "json2", "web", "http");

    private static final Set<String> KEYS = new LinkedHashSet<>(
            List.of("name", "mode", "models", "role", "addresses", "hours", "rate", "quota", "protocols", "expires"));
    private static final long MOST_CALLS = 100_000_000;

    private final Optional<Vocabulary> vocabulary;
    private final List<PolicyProblem> problems = new ArrayList<>();

    private PolicyParser(Optional<Vocabulary> vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * Reads a document whose names are looked up.
     *
     * @throws BadPolicyException when something in it is wrong
     */
    public static Policy parse(String text, Vocabulary vocabulary) {
        return new PolicyParser(Optional.of(vocabulary)).parse(text);
    }

    /**
     * Reads a document that was found right when it was stored.
     *
     * @throws BadPolicyException when it cannot be read any longer
     */
    public static Policy parseStored(String text) {
        return new PolicyParser(Optional.empty()).parse(text);
    }

    private Policy parse(String text) {
        Node root = DocumentReader.read(text);
        if (!(root instanceof Table document)) {
            throw new BadPolicyException(List.of(
                    new PolicyProblem(root.line(), "", "a policy is keys and values, such as name: and models:")));
        }
        Policy policy = policy(document);
        if (!problems.isEmpty()) {
            throw new BadPolicyException(problems);
        }
        return policy;
    }

    private Policy policy(Table document) {
        Section section = new Section(document, "", problems);
        section.requireKnown(KEYS);
        Optional<List<ModelGrant>> models = section.table("models").map(this::models);
        return new Policy(
                section.text("name"),
                section.find("mode").flatMap(this::mode).orElse(Mode.ENFORCE),
                models,
                section.find("role").flatMap(this::role),
                section.texts("addresses", true).stream()
                        .flatMap(one -> address(one).stream())
                        .toList(),
                section.table("hours").flatMap(hours -> new HoursReader(hours, problems).read()),
                limits(section),
                protocols(section),
                section.find("expires").flatMap(this::expires),
                section.lines());
    }

    private Optional<Mode> mode(Section.Entry entry) {
        List<String> words = Arrays.stream(Mode.values()).map(Mode::word).toList();
        Optional<Mode> mode = entry.text()
                .flatMap(text -> Arrays.stream(Mode.values())
                        .filter(one -> one.word().equals(text))
                        .findFirst());
        if (mode.isEmpty()) {
            entry.problem("must be one of " + String.join(", ", words) + Nearest.hint(entry.shown(), words));
        }
        return mode;
    }

    private List<ModelGrant> models(Section section) {
        GrantReader reader = new GrantReader(vocabulary, problems);
        List<ModelGrant> grants = new ArrayList<>();
        section.entries().forEach(entry -> reader.read(entry).ifPresent(grants::add));
        return grants;
    }

    private Optional<RoleLimit> role(Section.Entry entry) {
        if (entry.node() instanceof Items) {
            List<String> groups = new ArrayList<>();
            for (Section.Entry one : entry.items()) {
                one.text().ifPresent(group -> {
                    groups.add(group);
                    vocabulary
                            .filter(known -> !known.groups().contains(group))
                            .ifPresent(known ->
                                    one.problem("there is no group " + group + Nearest.hint(group, known.groups())));
                });
            }
            return Optional.of(new RoleLimit(groups, Optional.empty()));
        }
        Optional<String> role = entry.text();
        if (role.isEmpty()) {
            entry.problem("must be a list of groups, such as [base.group_user], or the name of a role");
            return Optional.empty();
        }
        vocabulary
                .filter(known -> !known.roles().contains(role.get()))
                .ifPresent(known -> entry.problem("there is no role " + role.get()
                        + (known.groups().contains(role.get())
                                ? "; a group stands in brackets: [" + role.get() + "]"
                                : Nearest.hint(role.get(), known.roles()))));
        return Optional.of(new RoleLimit(List.of(), role));
    }

    private Optional<AddressRange> address(Section.Entry entry) {
        try {
            return entry.text().map(AddressRange::parse);
        } catch (IllegalArgumentException e) {
            entry.problem(e.getMessage());
            return Optional.empty();
        }
    }

    private List<Limit> limits(Section section) {
        List<Limit> limits = new ArrayList<>();
        for (String name : List.of("rate", "quota")) {
            section.table(name).flatMap(this::limit).ifPresent(limits::add);
        }
        return limits;
    }

    private Optional<Limit> limit(Section section) {
        section.requireKnown(Set.of("calls", "per"));
        Optional<Section.Entry> calls = section.required("calls");
        Optional<Section.Entry> per = section.required("per");
        if (calls.isEmpty() || per.isEmpty()) {
            return Optional.empty();
        }
        Optional<Integer> number = calls.get().wholeNumber(1, MOST_CALLS);
        Optional<Duration> duration = Durations.read(per.get());
        return number.isPresent() && duration.isPresent()
                ? Optional.of(new Limit(section.name(), number.get(), duration.get()))
                : Optional.empty();
    }

    private Set<String> protocols(Section section) {
        Set<String> protocols = new TreeSet<>();
        for (Section.Entry entry : section.texts("protocols", true)) {
            entry.text().ifPresent(text -> {
                if (PROTOCOLS.contains(text)) {
                    protocols.add(text);
                } else {
                    entry.problem("there is no protocol " + text + Nearest.hint(text, PROTOCOLS));
                }
            });
        }
        return protocols;
    }

    private Optional<Instant> expires(Section.Entry entry) {
        Optional<Instant> moment = entry.text().flatMap(Durations::moment);
        if (moment.isEmpty()) {
            entry.problem("must be a day or a moment in UTC, such as 2027-01-31 or 2027-01-31T18:00:00Z");
        }
        return moment;
    }
}
