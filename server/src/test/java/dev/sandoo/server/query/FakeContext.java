package dev.sandoo.server.query;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.schema.OdooVersion;
import dev.sandoo.schema.Schema;
import dev.sandoo.schema.load.SchemaLoader;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A call of an administrator in English on a Saturday, on the models of a version. */
final class FakeContext implements QueryContext {
    private static final Map<String, Schema> SCHEMAS =
            Map.of("19.0", SchemaLoader.load("19.0"), "14.0", SchemaLoader.load("14.0"));

    private final Schema schema;
    private final Map<String, Condition> rules = new HashMap<>();
    private final Map<String, ModelDef> ownModels = new HashMap<>();
    private String lang = "en_US";
    private String timeZone = "UTC";
    private boolean activeTest = true;

    private FakeContext(Schema schema) {
        this.schema = schema;
    }

    static FakeContext of(String version) {
        return new FakeContext(SCHEMAS.get(version));
    }

    FakeContext withRule(String model, Condition rule) {
        rules.put(model, rule);
        return this;
    }

    FakeContext withModel(ModelDef model) {
        ownModels.put(model.name(), model);
        return this;
    }

    FakeContext withLang(String code) {
        lang = code;
        return this;
    }

    FakeContext withTimeZone(String name) {
        timeZone = name;
        return this;
    }

    FakeContext withoutActiveTest() {
        activeTest = false;
        return this;
    }

    @Override
    public OdooVersion version() {
        return schema.version();
    }

    @Override
    public Optional<ModelDef> model(String name) {
        return Optional.ofNullable(ownModels.getOrDefault(name, schema.models().get(name)));
    }

    @Override
    public String lang() {
        return lang;
    }

    @Override
    public int companyId() {
        return 1;
    }

    @Override
    public LocalDateTime now() {
        return LocalDateTime.of(2026, 11, 21, 12, 54, 30);
    }

    @Override
    public String timeZone() {
        return timeZone;
    }

    @Override
    public boolean activeTest() {
        return activeTest;
    }

    @Override
    public Condition readRule(ModelDef model) {
        return rules.getOrDefault(model.name(), Condition.TRUE);
    }

    @Override
    public Object companyDefault(ModelDef model, FieldDef field) {
        return false;
    }

    @Override
    public Optional<Condition> searchFunction(ModelDef model, FieldDef field, Operator operator, Object value) {
        return Optional.empty();
    }

    @Override
    public Condition nameCondition(ModelDef model, Operator operator, Object value) {
        return Condition.term(model.recName().orElse("id"), operator, value);
    }

    @Override
    public List<Integer> idsByName(ModelDef model, Operator operator, Object value) {
        return List.of(20);
    }
}
