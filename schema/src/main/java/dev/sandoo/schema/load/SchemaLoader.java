package dev.sandoo.schema.load;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldDef.Option;
import dev.sandoo.schema.MethodSignature;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.schema.OdooVersion;
import dev.sandoo.schema.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;

/** Reads a version's schema: its models, the methods that all models have, and what sets the version apart. */
public final class SchemaLoader {
    static final String HASH_FILE = "hash";
    static final String VERSION_FILE = "version.json";
    private static final String CLASSES_FILE = "classes.json";

    private final String version;
    private final DataFolder folder;
    private final DataFolder own;

    /** @param own Sandoo's own models, which are the same in all versions */
    SchemaLoader(String version, DataFolder folder, DataFolder own) {
        this.version = version;
        this.folder = folder;
        this.own = own;
    }

    /** The versions there is data for, oldest first, such as {@code 14.0}. */
    public static List<String> versions() {
        return DataFolder.ofResources("schema").text("versions").lines().toList();
    }

    /**
     * Reads the schema of a version.
     *
     * @throws IllegalArgumentException when there is no data for the version; the message lists those there are
     * @throws SchemaDataException when the data is bad
     */
    public static Schema load(String version) {
        return of(version).load();
    }

    /**
     * Reads only what sets a version apart, without its models.
     *
     * @throws IllegalArgumentException when there is no data for the version
     */
    public static OdooVersion version(String name) {
        return of(name).odooVersion();
    }

    /** The models that are Sandoo's own: no Odoo has them, every version does here. */
    public static List<String> ownModels() {
        return ownFolder().object("index.json").texts("models");
    }

    private static SchemaLoader of(String version) {
        return new SchemaLoader(version, folderOf(version), ownFolder());
    }

    /** What is Sandoo's own, in every version. */
    static DataFolder ownFolder() {
        return DataFolder.ofResources("schema/sandoo");
    }

    static DataFolder folderOf(String version) {
        if (!versions().contains(version)) {
            throw new IllegalArgumentException("unknown Odoo version " + version + "; known are " + versions());
        }
        return DataFolder.ofResources("schema/" + version);
    }

    Schema load() {
        Entry signatures = folder.object("signatures.json");
        Map<String, MethodSignature> shared = MethodReader.methods(part(signatures, "shared"));
        Map<String, MethodSignature> base = MethodReader.methods(part(signatures, "base"));
        signatures.refuseLeftovers();
        return new Schema(odooVersion(), models(new ModelReader(shared)), base, hash());
    }

    private Map<String, ModelDef> models(ModelReader models) {
        FieldReader fields = new FieldReader(selections());
        Map<String, Entry> files = modelFiles();
        new InheritedFields(files).complete();
        Map<String, ModelDef> result = new LinkedHashMap<>();
        files.forEach((name, file) -> result.put(name, models.read(file, fields(file, fields))));
        return result;
    }

    /** The version's own first, so that the ids of their records are as without ours. */
    private Map<String, Entry> modelFiles() {
        Map<String, Entry> files = modelFiles(folder);
        files.putAll(modelFiles(own));
        return files;
    }

    /** Reads on all processors: parsing is half the work of loading. */
    private static Map<String, Entry> modelFiles(DataFolder folder) {
        List<String> names = folder.object("index.json").texts("models");
        List<Entry> read =
                names.parallelStream().map(model -> modelFile(folder, model)).toList();
        Map<String, Entry> files = new LinkedHashMap<>();
        read.forEach(file -> files.put((String) file.peek("model"), file));
        return files;
    }

    private static Entry modelFile(DataFolder folder, String model) {
        Entry file = folder.object("models/" + model + ".json");
        if (!model.equals(file.peek("model"))) {
            throw file.bad("model", "must be " + model);
        }
        return file;
    }

    private static Map<String, FieldDef> fields(Entry file, FieldReader reader) {
        Map<String, FieldDef> fields = new LinkedHashMap<>();
        file.object("fields")
                .forEach((name, line) -> fields.put(name, reader.read(name, file.part("field ", name, line))));
        return fields;
    }

    private Map<String, List<Option>> selections() {
        Entry file = folder.object("selections.json");
        Map<String, List<Option>> selections = new LinkedHashMap<>();
        for (String name : List.copyOf(file.names())) {
            selections.put(name, FieldReader.options(file, file.take(name)));
        }
        return selections;
    }

    private OdooVersion odooVersion() {
        Entry file = folder.object(VERSION_FILE);
        OdooVersion odooVersion = new OdooVersion(
                version,
                file.text("server_version"),
                List.copyOf(file.elements("server_version_info")),
                file.integer("protocol_version"),
                Set.copyOf(file.texts("traits")),
                file.namesByKey("names"),
                texts(file.textsByName("messages")));
        file.refuseLeftovers();
        return odooVersion;
    }

    /** The messages, and the names of the Python classes that errors show where a model has a generic method of its own. */
    private Map<String, String> texts(Map<String, String> messages) {
        Map<String, String> texts = new LinkedHashMap<>(messages);
        Entry classes = folder.object(CLASSES_FILE);
        for (String model : List.copyOf(classes.names())) {
            classes.textsByName(model)
                    .forEach((method, shown) -> texts.put(OdooVersion.CLASS_OF + model + "." + method, shown));
        }
        return texts;
    }

    /** The generated files' hash, which the generator has taken, and that of what is kept by hand. */
    private String hash() {
        CRC32 byHand = new CRC32();
        byHand.update(folder.bytes(VERSION_FILE));
        byHand.update(own.bytes(HASH_FILE));
        return folder.text(HASH_FILE).substring(0, 16) + String.format("%08x", byHand.getValue());
    }

    private static Entry part(Entry file, String key) {
        return file.part("", key, file.object(key));
    }
}
