package dev.sandoo.server.access.policy;

import dev.sandoo.server.access.policy.Policy.Mode;
import dev.sandoo.server.document.BadDocumentException;
import dev.sandoo.server.document.Document;
import dev.sandoo.server.document.DocumentProblem;
import dev.sandoo.server.document.Nearest;
import dev.sandoo.server.document.Node;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads the document of a policy, YAML or JSON, and tells all that is wrong with it at once, by line and key. Used once.
 */
public final class PolicyParser {
    /** The dialects as documents name them. */
    public static final List<String> PROTOCOLS = List.of("xmlrpc", "jsonrpc", "json2", "web", "http");

    private static final String[] KEYS = {
        "name", "mode", "models", "role", "addresses", "hours", "rate", "quota", "protocols", "expires"
    };
    private static final int MOST_CHARACTERS = 100_000;
    private static final int MOST_CALLS = 100_000_000;
    private static final Duration LONGEST = Duration.ofDays(366);

    private final Optional<Vocabulary> vocabulary;

    private PolicyParser(Optional<Vocabulary> vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * Reads a document whose names are looked up.
     *
     * @throws BadDocumentException when something in it is wrong
     */
    public static Policy parse(String text, Vocabulary vocabulary) {
        return new PolicyParser(Optional.of(vocabulary)).parse(text);
    }

    /**
     * Reads a document that was found right when it was stored.
     *
     * @throws BadDocumentException when it cannot be read any longer
     */
    public static Policy parseStored(String text) {
        return new PolicyParser(Optional.empty()).parse(text);
    }

    private Policy parse(String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw wrong("a policy has at most " + MOST_CHARACTERS + " characters");
        }
        Node root = Document.read("", text);
        if (!root.isTable()) {
            throw wrong("a policy is keys and values, such as name: and models:");
        }
        Policy policy = policy(root);
        root.document().requireGood();
        return policy;
    }

    private static BadDocumentException wrong(String message) {
        return new BadDocumentException(List.of(new DocumentProblem("", 1, "", message)));
    }

    private Policy policy(Node root) {
        root.allow(KEYS);
        return new Policy(
                root.find("name").flatMap(PolicyParser::text),
                root.find("mode").flatMap(this::mode).orElse(Mode.ENFORCE),
                root.find("models").map(this::models),
                root.find("role").flatMap(this::role),
                listed(root, "addresses").stream()
                        .flatMap(one -> address(one).stream())
                        .toList(),
                root.find("hours").flatMap(hours -> new HoursReader(hours).read()),
                limits(root),
                protocols(root),
                root.find("expires").flatMap(this::expires),
                lines(root));
    }

    /** Where each key of a table stands. */
    static Map<String, Integer> lines(Node table) {
        Map<String, Integer> lines = new LinkedHashMap<>();
        table.entries().forEach((key, node) -> lines.put(key, node.line()));
        return lines;
    }

    /** The texts of a list, of which one may stand for it. An empty list is a mistake, as it would stand for anything. */
    static List<Node> listed(Node table, String key) {
        List<Node> texts = new ArrayList<>();
        table.find(key).ifPresent(list -> {
            if (list.listed().isEmpty()) {
                list.problem("is empty; leave the key out to allow any");
            }
            list.listed().stream().filter(one -> text(one).isPresent()).forEach(texts::add);
        });
        return texts;
    }

    private static Optional<String> text(Node node) {
        Optional<String> text = node.written();
        if (text.isEmpty()) {
            node.problem("must be a text, and not " + node.shown());
        }
        return text;
    }

    private Optional<Mode> mode(Node entry) {
        List<String> words = Arrays.stream(Mode.values()).map(Mode::word).toList();
        Optional<Mode> mode = entry.written()
                .flatMap(text -> Arrays.stream(Mode.values())
                        .filter(one -> one.word().equals(text))
                        .findFirst());
        if (mode.isEmpty()) {
            entry.problem("must be one of " + String.join(", ", words) + Nearest.hint(entry.shown(), words));
        }
        return mode;
    }

    private List<ModelGrant> models(Node section) {
        GrantReader reader = new GrantReader(vocabulary);
        List<ModelGrant> grants = new ArrayList<>();
        if (section.isEmpty()) {
            section.problem("is empty, which opens nothing; leave the key out to open all that is not sensitive");
        }
        section.entries().forEach((model, given) -> grants.add(reader.read(model, given)));
        return grants;
    }

    private Optional<RoleLimit> role(Node entry) {
        if (entry.isList()) {
            List<String> groups = new ArrayList<>();
            for (Node one : entry.items()) {
                text(one).ifPresent(group -> {
                    groups.add(group);
                    vocabulary
                            .filter(known -> !known.groups().contains(group))
                            .ifPresent(known ->
                                    one.problem("there is no group " + group + Nearest.hint(group, known.groups())));
                });
            }
            return Optional.of(new RoleLimit(groups, Optional.empty()));
        }
        Optional<String> role = entry.written();
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

    private Optional<AddressRange> address(Node entry) {
        try {
            return entry.written().map(AddressRange::parse);
        } catch (IllegalArgumentException e) {
            entry.problem(e.getMessage());
            return Optional.empty();
        }
    }

    private List<Limit> limits(Node root) {
        List<Limit> limits = new ArrayList<>();
        for (String name : List.of("rate", "quota")) {
            root.find(name).flatMap(given -> limit(name, given)).ifPresent(limits::add);
        }
        return limits;
    }

    private Optional<Limit> limit(String name, Node given) {
        given.allow("calls", "per");
        Optional<Integer> calls = given.require("calls").flatMap(number -> number.number(1, MOST_CALLS));
        Optional<Duration> per = given.require("per").flatMap(PolicyParser::period);
        return calls.isPresent() && per.isPresent()
                ? Optional.of(new Limit(name, calls.get(), per.get()))
                : Optional.empty();
    }

    private static Optional<Duration> period(Node given) {
        Optional<Duration> period = given.duration();
        Optional<Duration> fitting = period.filter(one -> one.toSeconds() > 0 && one.compareTo(LONGEST) <= 0);
        if (period.isPresent() && fitting.isEmpty()) {
            given.problem("must be at least a second and at most a year");
        }
        return fitting;
    }

    private Set<String> protocols(Node root) {
        Set<String> protocols = new TreeSet<>();
        for (Node entry : listed(root, "protocols")) {
            entry.written().ifPresent(text -> {
                if (PROTOCOLS.contains(text)) {
                    protocols.add(text);
                } else {
                    entry.problem("there is no protocol " + text + Nearest.hint(text, PROTOCOLS));
                }
            });
        }
        return protocols;
    }

    private Optional<Instant> expires(Node entry) {
        Optional<Instant> moment = entry.written().flatMap(Ending::parse);
        if (moment.isEmpty()) {
            entry.problem("must be a day or a moment in UTC, such as 2027-01-31 or 2027-01-31T18:00:00Z");
        }
        return moment;
    }
}
