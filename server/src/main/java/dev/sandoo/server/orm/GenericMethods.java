package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.access.Operation;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.DomainParser;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.field.PythonValues;
import dev.sandoo.server.query.Page;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The index of methods that every model has: create, read, search and their kin. */
public final class GenericMethods implements Addon {
    @Override
    public void register(Behaviours.Builder behaviours) {
        String any = Behaviours.ANY_MODEL;
        behaviours
                .method(any, "create", GenericMethods::create)
                .method(any, "read", GenericMethods::read)
                .method(any, "write", GenericMethods::write)
                .method(any, "unlink", GenericMethods::unlink)
                .method(any, "search", GenericMethods::search)
                .method(any, "search_count", GenericMethods::searchCount)
                .method(any, "search_read", GenericMethods::searchRead)
                .method(
                        any,
                        "fields_get",
                        (self, arguments) -> new FieldsGet(self.env(), self.model())
                                .describe(arguments.get("allfields"), arguments.get("attributes")))
                .method(
                        any,
                        "default_get",
                        (self, arguments) ->
                                new DefaultGet(self.env(), self.model()).values(names(arguments, self.env())))
                .method(any, "copy", GenericMethods::copy)
                .method(
                        any,
                        "copy_data",
                        (self, arguments) ->
                                new Copy(self.env(), self.model()).copyData(self.ids(), arguments.map("default")))
                .method(any, "name_search", NameSearch::call)
                .method(any, "name_create", GenericMethods::nameCreate)
                .method(any, "name_get", GenericMethods::nameGet)
                .method(any, "get_metadata", Metadata::call)
                .method(any, "get_external_id", Metadata::externalIds)
                .method(any, "exists", (self, arguments) -> new Rights(self.env()).existing(self))
                .method(any, "check_access_rights", GenericMethods::checkAccessRights)
                .method(any, "check_access_rule", GenericMethods::checkAccessRule)
                .method(any, "has_access", GenericMethods::hasAccess)
                .method(any, "check_access", GenericMethods::checkAccess)
                .method(any, "toggle_active", GenericMethods::toggleActive)
                .method(any, "action_archive", (self, arguments) -> setActive(self, false))
                .method(any, "action_unarchive", (self, arguments) -> setActive(self, true));
    }

    @SuppressWarnings("unchecked")
    private static Object create(Records self, Arguments arguments) {
        Object given = arguments.only();
        if (given instanceof Map<?, ?> one) {
            return new Create(self.env(), self.model())
                    .create(List.of((Map<String, Object>) one))
                    .get(0);
        }
        List<Map<String, Object>> all = new ArrayList<>();
        if (given instanceof List<?> list) {
            for (Object one : list) {
                if (!(one instanceof Map<?, ?> map)) {
                    throw PythonError.attributeError(
                            "'" + PythonValues.typeName(one) + "' object has no attribute 'get'");
                }
                all.add((Map<String, Object>) map);
            }
            return new Create(self.env(), self.model()).create(all);
        }
        throw PythonError.typeError("'" + PythonValues.typeName(given) + "' object is not iterable");
    }

    private static Object read(Records self, Arguments arguments) {
        return new Read(self.env(), self.model(), arguments.get("load"))
                .read(self.ids(), fieldNames(arguments.get("fields")));
    }

    @SuppressWarnings("unchecked")
    private static Object write(Records self, Arguments arguments) {
        Object values = arguments.only();
        List<Integer> ids = saved(self).ids();
        if (ids.isEmpty()) {
            return true;
        }
        if (values instanceof Map<?, ?> map) {
            new Write(self.env(), self.model()).write(ids, (Map<String, Object>) map);
            return true;
        }
        if (values == null) {
            throw PythonError.typeError("argument of type 'NoneType' is not iterable");
        }
        throw PythonError.attributeError("'" + PythonValues.typeName(values) + "' object has no attribute 'get'");
    }

    private static Object unlink(Records self, Arguments arguments) {
        saved(self).unlink();
        return true;
    }

    /** What is not saved can be written and deleted, to no effect. */
    private static Records saved(Records records) {
        return records.browse(records.env().state().wireIds().saved(records.ids()));
    }

    /** The order, limit and offset of a call's arguments. */
    static Page page(Arguments arguments) {
        return new Page(arguments.get("order"), arguments.get("limit"), arguments.get("offset"));
    }

    /** {@code name_search} as models have it that make nothing of it themselves. */
    public static Object nameSearch(Records self, Arguments arguments) {
        return NameSearch.call(self, arguments);
    }

    /** The condition of a wire domain on the records' model. */
    public static Condition condition(Records self, Object domain) {
        return PythonValues.isTrue(domain) ? condition(self.env(), domain) : Condition.TRUE;
    }

    /** The condition of a wire domain. */
    static Condition condition(Environment env, Object domain) {
        return domain == null ? Condition.TRUE : DomainParser.of(env.version()).parse(domain);
    }

    private static Object search(Records self, Arguments arguments) {
        Object domain = arguments.values().containsKey("args") ? arguments.get("args") : arguments.get("domain");
        Search search = new Search(self.env(), self.model());
        Condition condition = DomainParser.of(self.env().version()).parse(domain);
        new Rights(self.env()).checkModel(self.model(), Operation.READ);
        SearchedFields.check(self.env(), self.model(), condition, arguments.get("order"));
        if (arguments.isTrue("count")) {
            return search.count(condition, null);
        }
        return search.ids(condition, page(arguments));
    }

    private static Object searchCount(Records self, Arguments arguments) {
        Object domain = arguments.values().containsKey("args") ? arguments.get("args") : arguments.get("domain");
        new Rights(self.env()).checkModel(self.model(), Operation.READ);
        Condition condition = condition(self.env(), domain);
        SearchedFields.check(self.env(), self.model(), condition, null);
        return new Search(self.env(), self.model()).count(condition, arguments.get("limit"));
    }

    private static Object searchRead(Records self, Arguments arguments) {
        Environment env = self.env();
        Object load = arguments.named().getOrDefault("load", "_classic_read");
        arguments.named().keySet().stream().filter(name -> !name.equals("load")).forEach(name -> {
            throw PythonError.typeError("BaseModel._read_format() got an unexpected keyword argument '" + name + "'");
        });
        Rights rights = new Rights(env);
        rights.checkModel(self.model(), Operation.READ);
        Read read = new Read(env, self.model(), load);
        Condition condition = condition(env, arguments.get("domain"));
        SearchedFields.check(env, self.model(), condition, arguments.get("order"));
        List<?> names = fieldNames(arguments.get("fields"));
        if (env.version().has("search.fields-looked-at-last")
                && !read.knows(names)
                && new Search(env, self.model()).ids(condition, page(arguments)).isEmpty()) {
            return List.of();
        }
        List<FieldDef> fields = read.fields(names);
        rights.checkReadable(self.model(), fields);
        return read.search(condition, page(arguments), fields);
    }

    /** A list of names, null for none. */
    private static List<?> fieldNames(Object fields) {
        if (fields instanceof List<?> list) {
            return list;
        }
        if (fields instanceof Map<?, ?> map) {
            return List.copyOf(map.keySet());
        }
        return fields instanceof String text
                ? text.chars().mapToObj(c -> String.valueOf((char) c)).toList()
                : null;
    }

    private static List<String> names(Arguments arguments, Environment env) {
        Object fields =
                arguments.values().containsKey("fields_list") ? arguments.get("fields_list") : arguments.get("fields");
        if (!(fields instanceof List<?> list)) {
            List<?> each = fieldNames(fields);
            if (each == null) {
                throw PythonError.typeError("'" + PythonValues.typeName(fields) + "' object is not iterable");
            }
            return each.stream().map(String::valueOf).toList();
        }
        List<String> names = new ArrayList<>();
        for (Object name : list) {
            if (!(name instanceof String text)) {
                throw PythonError.typeError(
                        "can only concatenate str (not \"" + PythonValues.typeName(name) + "\") to str");
            }
            names.add(text);
        }
        return names;
    }

    /** {@code copy}: the id of the copy, or a list of ids where the version answers so. */
    public static Object copy(Records self, Arguments arguments) {
        return new Copy(self.env(), self.model()).copy(self.ids(), arguments.map("default"));
    }

    /** {@code name_create}: a record that has but its name, and what it is called. */
    public static Object nameCreate(Records self, Arguments arguments) {
        ModelDef model = self.model();
        Optional<String> recName = model.recName();
        if (recName.isEmpty()) {
            return false;
        }
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(recName.get(), arguments.get("name"));
        Records created = self.create(values);
        Map<Integer, Object> names = new DisplayNames(self.env(), model).of(created.ids());
        return List.of(created.id(), names.get(created.id()));
    }

    private static Object nameGet(Records self, Arguments arguments) {
        new Rights(self.env()).checkModel(self.model(), Operation.READ);
        WireIds written = self.env().state().wireIds();
        Records saved = saved(self);
        saved.requireExisting();
        List<Integer> ids = new Rights(self.env()).readable(self.model(), saved.ids());
        Map<Integer, Object> names = new Fetcher(self.env(), self.model()).values(ids, self.field("display_name"));
        List<Object> pairs = new ArrayList<>();
        self.ids().stream()
                .filter(id -> written.isUnsaved(id) || ids.contains(id))
                .forEach(id ->
                        pairs.add(Arrays.asList(written.written(id), names.get(id) == null ? "" : names.get(id))));
        return pairs;
    }

    private static Operation operation(Arguments arguments) {
        String name = String.valueOf(arguments.get("operation"));
        return Operation.of(name).orElseThrow(() -> PythonError.of("AssertionError", "Invalid access mode"));
    }

    private static Object checkAccessRights(Records self, Arguments arguments) {
        Rights rights = new Rights(self.env());
        if (arguments.isTrue("raise_exception")) {
            rights.checkModel(self.model(), operation(arguments));
            return self.env().version().has("access.check-answers-none") ? null : true;
        }
        return rights.allowsModel(self.model(), operation(arguments));
    }

    private static Object checkAccessRule(Records self, Arguments arguments) {
        new Rights(self.env()).checkRecords(self.model(), operation(arguments), self.ids());
        return null;
    }

    private static Object checkAccess(Records self, Arguments arguments) {
        Rights rights = new Rights(self.env());
        rights.checkModel(self.model(), operation(arguments));
        rights.checkRecords(self.model(), operation(arguments), self.ids());
        return null;
    }

    private static Object hasAccess(Records self, Arguments arguments) {
        Rights rights = new Rights(self.env());
        Operation operation = operation(arguments);
        if (!rights.allowsModel(self.model(), operation)) {
            return false;
        }
        if (!rights.rule(self.model(), operation).equals(Condition.TRUE)) {
            self.requireExisting();
        }
        return rights.allowed(self.model(), operation, self.ids()).size()
                == self.ids().size();
    }

    private static Object toggleActive(Records self, Arguments arguments) {
        String active = self.model().activeName().orElse("active");
        Records saved = saved(self);
        saved.requireExisting();
        Records on = saved.filter(one -> one.bool(active));
        List<Integer> off = new ArrayList<>(saved.ids());
        off.removeAll(on.ids());
        on.write(Map.of(active, false));
        self.browse(off).write(Map.of(active, true));
        return null;
    }

    private static Object setActive(Records self, boolean value) {
        String active = self.model().activeName().orElse("active");
        Records saved = saved(self);
        saved.requireExisting();
        saved.filter(one -> one.bool(active) != value).write(Map.of(active, value));
        return null;
    }
}
