package dev.sandoo.server.addons.policy;

import dev.sandoo.server.access.policy.Policy;
import dev.sandoo.server.access.policy.PolicyParser;
import dev.sandoo.server.document.BadDocumentException;
import dev.sandoo.server.error.UserError;
import dev.sandoo.server.error.ValidationError;
import dev.sandoo.server.field.PythonValues;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.ModelHooks;
import dev.sandoo.server.orm.Records;
import dev.sandoo.server.sql.SqlFragment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sees to it that policies can be read, keeps every version of them, and does not let one go that keys go by, unless the context
 * says {@code force}: those keys are then refused.
 */
final class PolicyHooks implements ModelHooks {
    static final String MODEL = "sandoo.key.policy";
    private static final String VERSION = "sandoo.key.policy.version";
    private static final String NAME = "name";
    private static final String DOCUMENT = "document";
    private static final String ACTIVE = "active";

    /** Scopes that are no policies. */
    private static final Set<String> RESERVED = Set.of("rpc", "");

    private static final String KEYS = """
            SELECT k.name FROM res_users_apikeys k WHERE k.scope = ? ORDER BY k.id LIMIT 4""";

    @Override
    public void beforeDefaults(Environment env, List<Map<String, Object>> values) {
        for (Map<String, Object> one : values) {
            Policy policy = parse(env, one.get(DOCUMENT));
            if (!PythonValues.isTrue(one.get(NAME))) {
                policy.name().ifPresent(name -> one.put(NAME, name));
            }
            requireName(policy, one.get(NAME));
        }
    }

    @Override
    public void beforeWrite(Records policies, Map<String, Object> values) {
        for (Records policy : policies) {
            String name = policy.text(NAME);
            Object document = values.getOrDefault(DOCUMENT, policy.text(DOCUMENT));
            if (values.containsKey(DOCUMENT) || values.containsKey(NAME)) {
                requireName(parse(policy.env(), document), values.getOrDefault(NAME, name));
            }
            boolean renamed = values.containsKey(NAME) && !name.equals(values.get(NAME));
            boolean archived = values.containsKey(ACTIVE) && !PythonValues.isTrue(values.get(ACTIVE));
            if (renamed || archived) {
                requireUnused(policy, renamed ? "renamed" : "archived");
            }
        }
    }

    @Override
    public void afterCreate(Records created, List<Map<String, Object>> values) {
        keep(created);
    }

    @Override
    public void afterWrite(Records records, Map<String, Object> values) {
        keep(records);
    }

    @Override
    public void beforeUnlink(Records policies) {
        policies.forEach(policy -> requireUnused(policy, "deleted"));
    }

    private static Policy parse(Environment env, Object document) {
        if (!(document instanceof String text) || text.isBlank()) {
            throw new ValidationError("A policy needs a document.");
        }
        try {
            return PolicyParser.parse(text, new RegistryVocabulary(env));
        } catch (BadDocumentException e) {
            throw new ValidationError("The document is no policy:\n" + e.getMessage());
        }
    }

    private static void requireName(Policy policy, Object name) {
        if (!(name instanceof String text) || text.isBlank()) {
            throw new ValidationError("A policy needs a name.");
        }
        if (RESERVED.contains(text) || !text.equals(text.strip())) {
            throw new ValidationError("A policy cannot be called \"" + text + "\".");
        }
        if (policy.name().filter(own -> !own.equals(text)).isPresent()) {
            throw new ValidationError("The policy is called \"" + text + "\", and its document says \""
                    + policy.name().get() + "\".");
        }
    }

    private static void requireUnused(Records policy, String what) {
        List<String> keys =
                policy.env().transaction().query(SqlFragment.of(KEYS, policy.text(NAME)), row -> row.text(1));
        if (!keys.isEmpty() && !policy.env().context().isTrue("force", false)) {
            throw new UserError(
                    "The policy \"%s\" cannot be %s: API keys go by it (%s%s). With force in the context it can, and those keys are refused."
                            .formatted(
                                    policy.text(NAME),
                                    what,
                                    String.join(", ", keys.subList(0, Math.min(3, keys.size()))),
                                    keys.size() > 3 ? ", …" : ""));
        }
    }

    private static void keep(Records policies) {
        for (Records policy : policies) {
            Map<String, Object> version = new LinkedHashMap<>();
            version.put("policy_id", policy.id());
            version.put(NAME, policy.text(NAME));
            version.put(DOCUMENT, policy.text(DOCUMENT));
            version.put(ACTIVE, policy.bool(ACTIVE));
            policy.env().sudo().model(VERSION).create(version);
        }
    }
}
