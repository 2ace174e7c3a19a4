package dev.sandoo.server.addons.policy;

import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.access.policy.Vocabulary;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.DomainParser;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.sql.SqlFragment;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The names that the environment's database has. */
record RegistryVocabulary(Environment env) implements Vocabulary {
    private static final SqlFragment GROUPS =
            SqlFragment.of("SELECT module || '.' || name FROM ir_model_data WHERE model = 'res.groups'");
    private static final SqlFragment ROLES = SqlFragment.of("SELECT name FROM res_users_role WHERE active");

    @Override
    public Collection<String> models() {
        return env.registry().models().stream().map(ModelDef::name).collect(Collectors.toSet());
    }

    @Override
    public Collection<String> fields(String model) {
        return env.registry().model(model).fields().keySet();
    }

    @Override
    public Collection<String> methods(String model) {
        Collection<String> methods =
                new TreeSet<>(env.registry().schema().baseMethods().keySet());
        methods.addAll(env.registry().model(model).methods().keySet());
        return methods;
    }

    @Override
    public Collection<String> groups() {
        return env.transaction().query(GROUPS, row -> row.text(1));
    }

    @Override
    public Collection<String> roles() {
        return env.transaction().query(ROLES, row -> row.text(1));
    }

    @Override
    public Condition domain(String model, List<?> domain) {
        return DomainParser.of(env.version()).parse(domain);
    }
}
