package dev.sandoo.server.access;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.error.AccessError;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The AccessErrors of a version. Texts are the version's data; which of them tells how much depends on the caller: details are
 * for those who may see technical matters.
 *
 * <p>Source: recorded scenario {@code orm_access}, and the same asked of the real servers as portal and internal users.
 */
public final class AccessMessages {
    private static final String NOBODY = ".";
    private static final String TECHNICAL = "base.group_no_one";
    private static final String INTERNAL = "base.group_user";

    private static final Map<Operation, String> VERBS = Map.of(
            Operation.READ, "access",
            Operation.WRITE, "modify",
            Operation.CREATE, "create",
            Operation.UNLINK, "delete");

    private final OdooVersion version;
    private final boolean rulesAreNamed;
    private final boolean fieldsAreListed;

    public AccessMessages(OdooVersion version) {
        this.version = version;
        this.rulesAreNamed = version.has("access.rules-named");
        this.fieldsAreListed = version.has("access.fields-listed");
    }

    /**
     * No line of {@code ir.model.access} allows this.
     *
     * @param description the model's name for people
     */
    public AccessError model(AccessTables access, String model, String description, Operation operation) {
        List<String> groups = access.groupsThatMay(model, operation);
        String who = groups.isEmpty()
                ? version.message("access.model.nobody")
                : version.message("access.model.groups", Map.of("groups", bullets("\t- ", groups)));
        return new AccessError(version.message(
                "access.model",
                Map.of("verb", VERBS.get(operation), "description", description, "model", model, "who", who)));
    }

    /**
     * The caller's groups may not use these fields.
     *
     * @param fields at least one
     */
    public AccessError fields(
            Caller caller, String model, String description, Operation operation, List<FieldDef> fields) {
        FieldDef first = fields.get(0);
        String names =
                fieldsAreListed ? fields.stream().map(FieldDef::name).collect(Collectors.joining(",")) : first.name();
        return new AccessError(version.message(
                caller.isInGroup(TECHNICAL) ? "access.fields.detailed" : "access.fields",
                Map.of(
                        "field", names,
                        "description", description,
                        "model", model,
                        "operation", operation.odooName(),
                        "user", caller.uid(),
                        "groups", groups(caller.access(), first),
                        "fields", fieldLines(caller.access(), fields))));
    }

    private static String fieldLines(AccessTables access, List<FieldDef> fields) {
        return bullets(
                "- ",
                fields.stream()
                        .sorted(Comparator.comparing(FieldDef::name))
                        .map(field -> field.name() + " (" + groups(access, field) + ")")
                        .toList());
    }

    /** Which groups a field is kept for, or from. */
    private static String groups(AccessTables access, FieldDef field) {
        if (field.groups().equals(List.of(NOBODY))) {
            return "always forbidden";
        }
        List<String> forbidden = named(access, field, true);
        List<String> allowed = named(access, field, false);
        if (forbidden.isEmpty()) {
            return "allowed for groups " + String.join(", ", allowed);
        }
        String only = "forbidden for groups " + String.join(", ", forbidden);
        return allowed.isEmpty() ? only : "allowed for groups " + String.join(", ", allowed) + " and " + only;
    }

    private static List<String> named(AccessTables access, FieldDef field, boolean excluded) {
        return field.groups().stream()
                .filter(item -> item.startsWith("!") == excluded)
                .flatMap(item -> access.groupTitle(excluded ? item.substring(1) : item).stream())
                .map(title -> "'" + title + "'")
                .toList();
    }

    /** Rules keep these records from the caller. */
    public AccessError records(Caller caller, RefusedRecords refused) {
        boolean detailed = rulesAreNamed && caller.isInGroup(TECHNICAL) && caller.isInGroup(INTERNAL);
        return new AccessError(version.message(
                detailed ? "access.records.detailed" : "access.records",
                Map.of(
                        "verb", VERBS.get(refused.operation()),
                        "operation", refused.operation().odooName(),
                        "description", refused.description(),
                        "model", refused.model(),
                        "records", recordNames(refused),
                        "user", caller.name(),
                        "uid", caller.uid(),
                        "rules",
                                bullets(
                                        "- ",
                                        refused.rules().stream().map(Rule::name).toList()),
                        "companies", companies(caller, refused))));
    }

    private static String recordNames(RefusedRecords refused) {
        return refused.names().stream()
                .limit(RefusedRecords.MOST_NAMED)
                .map(name -> name.text() + " (id=" + name.id() + ")")
                .collect(Collectors.joining(", "));
    }

    /** What the message adds when it may be about the company; the earlier version knows one text only. */
    private String companies(Caller caller, RefusedRecords refused) {
        if (!refused.isAboutCompanies()) {
            return "";
        }
        if (rulesAreNamed) {
            return version.message("access.records.companies");
        }
        Set<Integer> ids = refused.companies().keySet();
        if (ids.isEmpty()) {
            return "";
        }
        if (ids.size() > 1) {
            return version.message("access.records.companies");
        }
        int id = ids.iterator().next();
        return caller.companyIds().contains(id)
                ? version.message(
                        "access.records.company",
                        Map.of("company", refused.companies().get(id)))
                : version.message("access.records.company.closed");
    }

    private static String bullets(String bullet, List<String> items) {
        return items.stream().map(item -> bullet + item).collect(Collectors.joining("\n"));
    }
}
