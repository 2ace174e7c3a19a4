package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.access.Operation;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.field.FieldCodecs;
import dev.sandoo.server.query.Page;
import dev.sandoo.server.query.QueryContext;
import dev.sandoo.server.sql.SqlFragment;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What an environment tells those who compile conditions. */
final class QueryWorld implements QueryContext {
    private final Environment env;
    private final boolean asked;
    private final CompanyDefaults companyDefaults;

    QueryWorld(Environment env) {
        this(env, !env.isSuperuser() && env.acting().isEmpty());
    }

    private QueryWorld(Environment env, boolean asked) {
        this.env = env;
        this.asked = asked;
        this.companyDefaults = new CompanyDefaults(env);
    }

    /** The same for conditions of our own making: the client has named none of their fields. */
    static QueryWorld ofOurs(Environment env) {
        return new QueryWorld(env, false);
    }

    @Override
    public OdooVersion version() {
        return env.version();
    }

    @Override
    public Optional<ModelDef> model(String name) {
        return env.registry().find(name);
    }

    @Override
    public String lang() {
        return env.lang();
    }

    @Override
    public int companyId() {
        return env.companyId();
    }

    @Override
    public LocalDateTime now() {
        return env.now();
    }

    @Override
    public String timeZone() {
        return env.zone().getId();
    }

    @Override
    public DayOfWeek weekStart() {
        return env.transaction()
                .queryFirst(
                        SqlFragment.of("SELECT week_start FROM res_lang WHERE code = ?", env.lang()),
                        row -> DayOfWeek.of(Integer.parseInt(row.text(1))))
                .orElse(DayOfWeek.SUNDAY);
    }

    @Override
    public boolean activeTest() {
        return env.context().isTrue("active_test", true);
    }

    @Override
    public Optional<Set<Integer>> withThoseAbove(ModelDef model, Collection<Integer> ids) {
        return model.name().equals("res.company") ? env.caller().access().withCompaniesAbove(ids) : Optional.empty();
    }

    @Override
    public Condition readRule(ModelDef model) {
        return (env.acting().isPresent() ? Rights.ofGroups(env) : new Rights(env)).rule(model, Operation.READ);
    }

    @Override
    public void checkField(ModelDef model, FieldDef field) {
        if (asked) {
            KeyGate.of(env).ifPresent(gate -> gate.requireAsked(model, field));
        }
    }

    @Override
    public void checkJoinedField(ModelDef model, FieldDef field) {
        if (asked) {
            KeyGate.of(env).ifPresent(gate -> gate.requireAskedOfAll(model, field));
        }
    }

    @Override
    public Condition knownRule(ModelDef model) {
        return asked
                ? KeyGate.of(env)
                        .map(gate -> gate.condition(model, Operation.READ))
                        .orElse(Condition.TRUE)
                : Condition.TRUE;
    }

    @Override
    public Object companyDefault(ModelDef model, FieldDef field) {
        return FieldCodecs.of(field).toWire(companyDefaults.value(model, field));
    }

    @Override
    public List<Integer> pointedAt(ModelDef pointingModel, FieldDef field, ModelDef target, SqlFragment pointing) {
        if (!pointingModel.hasTable()) {
            return List.of();
        }
        List<Integer> ids = env.transaction().query(pointing, row -> row.integer(1));
        Fetcher fetcher = new Fetcher(env.sudo(), pointingModel);
        Map<Integer, Object> targets = new LinkedHashMap<>(fetcher.values(ids, field));
        field.modelField().map(pointingModel.fields()::get).ifPresent(name -> {
            Map<Integer, Object> models = fetcher.values(ids, name);
            targets.keySet().removeIf(id -> !target.name().equals(models.get(id)));
        });
        return targets.values().stream()
                .filter(Integer.class::isInstance)
                .map(Integer.class::cast)
                .distinct()
                .toList();
    }

    @Override
    public Optional<Condition> searchFunction(ModelDef model, FieldDef field, Operator operator, Object value) {
        return env.registry()
                .behaviours()
                .search(model.name(), field.name())
                .map(function -> function.search(env, operator, value))
                .or(() -> ComputedSearch.meaning(env, model, field, operator, value));
    }

    @Override
    public Condition nameCondition(ModelDef model, Operator operator, Object value) {
        return NameSearch.condition(env, model, operator, value);
    }

    @Override
    public List<Integer> idsByName(ModelDef model, Operator operator, Object value) {
        return new Search(env, model).ids(NameSearch.condition(env, model, operator, value), Page.ALL);
    }
}
