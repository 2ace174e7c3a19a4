package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.access.Caller;
import dev.sandoo.server.access.Session;
import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.error.AccessError;
import dev.sandoo.server.error.UserError;
import dev.sandoo.server.field.PythonValues;
import dev.sandoo.server.sql.SqlFragment;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where records live during a call: caller, rights, context and transaction. Environments of one call share its transaction and
 * cache; {@link #sudo}, {@link #with} and the like make variants. Used by one thread.
 */
public final class Environment {
    private static final String ENGLISH = "en_US";

    private final CallState state;
    private final Caller caller;
    private final boolean superuser;
    private final Context context;
    private final Optional<String> acting;

    private Environment(CallState state, Caller caller, boolean superuser, Context context, Optional<String> acting) {
        this.state = state;
        this.caller = caller;
        this.superuser = superuser;
        this.context = context;
        this.acting = acting;
    }

    /** The environment of a new call. */
    public static Environment of(Registry registry, Transaction transaction, Caller caller, Context context) {
        return new Environment(
                new CallState(registry, transaction), caller, caller.isSuperuser(), context, Optional.empty());
    }

    /** The same without regard to rights and rules; the user stays. */
    public Environment sudo() {
        return superuser ? this : new Environment(state, caller, true, context, acting);
    }

    /** The same on a visit over HTTP. */
    public Environment in(Session visit) {
        return new Environment(state, caller.in(visit), superuser, context, acting);
    }

    /** The same with another context. */
    public Environment with(Context other) {
        return new Environment(state, caller, superuser, other, acting);
    }

    /**
     * The same for code of ours that acts by itself, where a key's policy tells it from what a client has asked for.
     *
     * @param model the model whose records' change has the code run; empty for a method that was called
     */
    Environment acting(String model) {
        return caller.policy().isEmpty() || acting.filter(model::equals).isPresent()
                ? this
                : new Environment(state, caller, superuser, context, Optional.of(model));
    }

    /** The same for what a client has asked for. */
    Environment asked() {
        return acting.isEmpty() ? this : new Environment(state, caller, superuser, context, Optional.empty());
    }

    /** Whose code acts here; empty for what a client has asked for, and where no policy binds the caller. */
    Optional<String> acting() {
        return acting;
    }

    /** The same with one more context value. */
    public Environment with(String key, Object value) {
        return with(context.with(key, value));
    }

    /**
     * Puts off to the end of the call what one step of several should not do by itself. The first of several of one name counts:
     * that one is answered when there is one.
     */
    public Optional<Runnable> whenDone(String what, Runnable work) {
        return state.whenDone(what, work);
    }

    /** The defaults that users and companies set for fields of a model, as wire values; {@code condition} as in {@code ir.default}. */
    public Map<String, Object> userDefaults(String model, Optional<String> condition) {
        return new UserDefaults(this).of(model, condition.orElse(""));
    }

    /** Computes and stores all that is stale, before a statement of one's own reads tables. */
    public void settle() {
        state.recomputer().flush(this);
    }

    /** Has every node read the models of this database anew, once the call's changes are there to be seen. */
    public void modelsChanged() {
        state.move("registry");
    }

    /** Has every node read groups, rights and rules anew, once the call's changes are there to be seen. */
    public void rightsChanged() {
        state.move("access");
    }

    /** The same over the models as this call has changed them; what the call itself sees stays as it was. */
    public Environment overChangedModels() {
        Registry changed = registry().with(CustomSchema.current(this));
        return new Environment(state.over(changed), caller, superuser, context, acting);
    }

    CallState state() {
        return state;
    }

    public Registry registry() {
        return state.registry();
    }

    public OdooVersion version() {
        return state.registry().version();
    }

    public Transaction transaction() {
        return state.transaction();
    }

    public Caller caller() {
        return caller;
    }

    public int uid() {
        return caller.uid();
    }

    /** Whether rights and rules are passed over. */
    public boolean isSuperuser() {
        return superuser;
    }

    public Context context() {
        return context;
    }

    /** The call's moment in UTC. */
    public LocalDateTime now() {
        return state.now();
    }

    /** Today where the caller is. */
    public LocalDate today() {
        return state.now().atOffset(ZoneOffset.UTC).atZoneSameInstant(zone()).toLocalDate();
    }

    /** The caller's time zone; UTC when it is not known. */
    public ZoneId zone() {
        String name = context.text("tz", caller.timeZone().orElse("UTC"));
        return name.equals("UTC") || !ZoneId.getAvailableZoneIds().contains(name) ? ZoneOffset.UTC : ZoneId.of(name);
    }

    /**
     * The language that translated values are read and written in.
     *
     * @throws UserError when the context names one that is not active and the version minds
     */
    public String lang() {
        String lang = context.text("lang", ENGLISH);
        if (lang.equals(ENGLISH) || state.hasLanguage(lang)) {
            return lang;
        }
        if (version().has("languages.checked")) {
            throw new UserError("Invalid language code: " + lang);
        }
        return ENGLISH;
    }

    /**
     * Refuses a call whose context names a language that is not active, where the version minds.
     *
     * @throws UserError when it does
     */
    void requireLanguage() {
        Object lang = context.get("lang");
        if (lang instanceof String) {
            lang();
        } else if (PythonValues.isTrue(lang) && version().has("languages.checked")) {
            throw new UserError("Invalid language code: " + PythonValues.str(lang));
        }
    }

    /** Whether a language is active. */
    boolean hasLanguage(String code) {
        return state.hasLanguage(code);
    }

    /** The company of the call: the first allowed one of the context, else the caller's own. */
    public int companyId() {
        List<Integer> allowed = allowedCompanyIds();
        return allowed.isEmpty() ? caller.companyId() : allowed.get(0);
    }

    /** The companies whose records the call may see. */
    public List<Integer> companyIds() {
        List<Integer> allowed = allowedCompanyIds();
        return allowed.isEmpty() ? caller.companyIds() : allowed;
    }

    /** Those the context names; only the superuser may name others than the caller's own. */
    private List<Integer> allowedCompanyIds() {
        List<Integer> allowed = context.ids("allowed_company_ids");
        if (!superuser && !caller.companyIds().containsAll(allowed)) {
            throw new AccessError("Access to unauthorized or invalid companies.");
        }
        return allowed;
    }

    /** No records yet of a model. */
    public Records model(String model) {
        return records(model, List.of());
    }

    /** Records of a model by id, without asking whether they exist. */
    public Records records(String model, Collection<Integer> ids) {
        return new Records(this, registry().model(model), List.copyOf(ids));
    }

    /** One record by id. */
    public Records record(String model, int id) {
        return records(model, List.of(id));
    }

    /** The record with this external id, such as {@code base.main_company}; empty when there is none. */
    public Optional<Records> find(String externalId) {
        int dot = externalId.indexOf('.');
        return transaction()
                .queryFirst(
                        SqlFragment.of(
                                "SELECT model, res_id FROM ir_model_data WHERE module = ? AND name = ?",
                                externalId.substring(0, Math.max(dot, 0)),
                                externalId.substring(dot + 1)),
                        row -> record(row.text(1), row.integer(2)));
    }

    /** Whether the caller belongs to the group with this external id. */
    public boolean hasGroup(String externalId) {
        return caller.isInGroup(externalId);
    }

    /** What makes a value of the field differ from call to call: its language, company or the whole environment. */
    String variant(ModelDef model, FieldDef field) {
        if (field.translation() != FieldDef.Translation.NONE) {
            return lang();
        }
        if (field.companyDependent()) {
            return Integer.toString(companyId());
        }
        boolean plain = field.stored() && !field.type().isToMany();
        return plain
                ? ""
                : superuser + "," + (caller.policy().isPresent() ? acting.isEmpty() + "," : "") + context.values();
    }
}
