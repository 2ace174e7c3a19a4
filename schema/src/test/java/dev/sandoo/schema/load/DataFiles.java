package dev.sandoo.schema.load;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** A small version in memory, to be spoilt by tests. */
final class DataFiles {
    private final Map<String, String> files = new HashMap<>(Map.of(
            "version.json",
            """
            {"server_version": "1.0", "server_version_info": [1, 0], "protocol_version": 1,
             "traits": ["brave"], "messages": {"hello": "Hello %(name)s"}}
            """,
            "classes.json",
            """
            {"pet": {"create": "Pet"}}
            """,
            "index.json",
            """
            {"models": ["pet", "pet.dog"], "records": ["pet"]}
            """,
            "selections.json",
            """
            {"sizes": [["s", "Small"], ["l", "Large"]]}
            """,
            "signatures.json",
            """
            {"base": {"methods": {"read": [{"fields": null}]}, "model_methods": {"create": ["vals_list"]}},
             "shared": {"methods": {"stroke": ["*", {"gently": true}]}}}
            """,
            "models/pet.json",
            """
            {"model": "pet", "description": "Pet",
             "fields": {"name": {"type": "char", "string": "Name", "trim": true, "index": "btree", "tracking": 100},
                        "size": {"type": "selection", "string": "Size", "selection": "sizes"}},
             "constraints": [{"name": "pet_name_uniq", "definition": "unique (name)", "message": "Taken"}]}
            """,
            "models/pet.dog.json",
            """
            {"model": "pet.dog", "description": "Dog", "inherits": {"pet": "pet_id"},
             "fields": {"name": {"inherited": "pet_id", "readonly": true, "trim": null}},
             "methods": {"bark": ["*words", {"loud": false}, "**options"]}, "shared_methods": ["stroke"]}
            """,
            "records/pet.json",
            """
            [{"id": 1, "name": "Rex", "weight": 7.5}]
            """,
            "hash",
            "0123456789abcdef0123456789abcdef\n"));

    DataFiles with(String file, String content) {
        files.put(file, content);
        return this;
    }

    DataFiles replacing(String file, String part, String other) {
        if (!files.get(file).contains(part)) {
            throw new IllegalArgumentException(part + " is not in " + file);
        }
        return with(file, files.get(file).replace(part, other));
    }

    DataFiles without(String file) {
        files.remove(file);
        return this;
    }

    DataFolder folder() {
        return folder("test", Map.copyOf(files));
    }

    /** A small folder of what all versions share. */
    static DataFolder own() {
        return folder(
                "own",
                Map.of(
                        "index.json",
                        "{\"models\": [\"diary\"]}",
                        "models/diary.json",
                        """
                        {"model": "diary", "description": "Diary", "fields": {"name": {"type": "char", "string": "Name"}}}
                        """,
                        "access.json",
                        """
                        [{"name": "diary", "model": "diary", "crud": "r---", "xmlid": "own.access_diary"}]
                        """,
                        "hash",
                        "89abcdef89abcdef\n"));
    }

    private static DataFolder folder(String root, Map<String, String> content) {
        return new DataFolder(root, name -> {
            String text = content.get(name.substring(root.length() + 1));
            return text == null ? null : new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        });
    }
}
