package dev.sandoo.schema.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldDef.Computation;
import dev.sandoo.schema.FieldDef.Option;
import dev.sandoo.schema.FieldType;
import dev.sandoo.schema.MethodSignature;
import dev.sandoo.schema.MethodSignature.Kind;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaLoaderTest {
    @Test
    void readsWhatAFieldSaysAndLeavesTheRestPlain() {
        FieldDef name = load(new DataFiles()).models().get("pet").fields().get("name");

        assertEquals(FieldType.CHAR, name.type());
        assertEquals("Name", name.string());
        assertEquals(Optional.of("btree"), name.index());
        assertTrue(name.stored());
        assertTrue(name.copied());
        assertFalse(name.required());
    }

    @Test
    void selectionMayNameAListThatFieldsShare() {
        FieldDef size = load(new DataFiles()).models().get("pet").fields().get("size");

        assertEquals(Optional.of("sizes"), size.selectionName());
        assertEquals(List.of(new Option("s", "Small"), new Option("l", "Large")), size.selection());
    }

    @Test
    void inheritedFieldIsTheOtherModelsSaveForWhatDiffers() {
        FieldDef name = load(new DataFiles()).models().get("pet.dog").fields().get("name");

        Computation through = name.computation().orElseThrow();
        assertEquals(Optional.of("pet_id.name"), through.related());
        assertEquals(List.of("pet_id.name"), through.depends());
        assertTrue(through.inherited());
        assertTrue(through.searchable());
        assertEquals("Name", name.string());
        assertTrue(name.readonly(), "said by the line");
        assertFalse(name.trim(), "taken away by the line");
        assertFalse(name.stored());
        assertEquals(Optional.empty(), name.index());
        assertEquals(OptionalInt.empty(), name.tracking());
    }

    @Test
    void modelHasItsOwnAndItsSharedMethods() {
        ModelDef dog = load(new DataFiles()).models().get("pet.dog");

        MethodSignature bark = dog.methods().get("bark");
        assertEquals(
                List.of(Kind.VAR_POSITIONAL, Kind.KEYWORD_ONLY, Kind.VAR_KEYWORD),
                bark.parameters().stream().map(MethodSignature.Parameter::kind).toList());
        assertEquals("words", bark.parameters().get(0).name());
        assertEquals(
                Kind.KEYWORD_ONLY,
                dog.methods().get("stroke").parameters().get(0).kind());
    }

    @Test
    void methodOfTheModelDoesNotTakeRecords() {
        Schema schema = load(new DataFiles());

        assertFalse(schema.baseMethods().get("create").onRecords());
        assertTrue(schema.baseMethods().get("create").parameters().get(0).isRequired());
        assertTrue(schema.baseMethods().get("read").onRecords());
        assertFalse(schema.baseMethods().get("read").parameters().get(0).isRequired());
    }

    @Test
    void versionTellsTraitsAndMessages() {
        Schema schema = load(new DataFiles());

        assertTrue(schema.version().has("brave"));
        assertEquals("Hello %(name)s", schema.version().message("hello"));
    }

    @Test
    void ownModelsComeAfterThoseOfTheVersion() {
        Schema schema = load(new DataFiles());

        assertEquals(
                List.of("pet", "pet.dog", "diary"), List.copyOf(schema.models().keySet()));
    }

    @Test
    void hashFollowsTheGeneratedFilesAndTheOneKeptByHand() {
        String hash = load(new DataFiles()).hash();

        assertNotEquals(hash, load(new DataFiles().with("hash", "f".repeat(64))).hash());
        assertNotEquals(
                hash,
                load(new DataFiles().replacing("version.json", "brave", "timid"))
                        .hash());
        assertTrue(hash.matches("[0-9a-f]{24}"), hash);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            models/pet.json | "type": "selection" | "type": "choice" | test/models/pet.json, field size: unknown field type choice
            models/pet.json | "string": "Name",  |                   | test/models/pet.json, field name: "string" is missing
            models/pet.json | "trim": true       | "trimmed": true   | test/models/pet.json, field name: unknown [trimmed]
            models/pet.json | "trim": true       | "trim": "yes"     | test/models/pet.json, field name: "trim" must be true or false
            models/pet.json | "trim": true       | "size": 1.5       | test/models/pet.json, field name: "size" must be a whole number
            models/pet.json | "trim": true       | "groups": "a"     | test/models/pet.json, field name: "groups" must be a list
            models/pet.json | "trim": true       | "groups": [1]     | test/models/pet.json, field name: "groups" must be a list of texts
            models/pet.json | "trim": true       | "digits": [1]     | test/models/pet.json, field name: "digits" must be 0 or two whole numbers
            models/pet.json | "trim": true       | "translate": 1    | test/models/pet.json, field name: "translate" must be true or "terms"
            models/pet.json | "trim": true       | "comodel": "pet", "ondelete": "no" | test/models/pet.json, field name: "ondelete" cannot be no
            models/pet.json | "trim": true       | "default": 1, "default_function": "now" | test/models/pet.json, field name: "default" and "default_function" exclude each other
            models/pet.json | "trim": true       | "trim": true, "trim": true | test/models/pet.json: "trim" twice in one object
            models/pet.json | "sizes"            | "ages"            | test/models/pet.json, field size: "selection" names no list of selections.json: ages
            models/pet.json | "sizes"            | [["s"]]           | test/models/pet.json, field size: a choice must be a value and a label, not [s]
            models/pet.json | {"type": "char", "string": "Name", "trim": true, "index": "btree", "tracking": 100} | 1 | test/models/pet.json, field name: must be an object
            models/pet.json | "model": "pet"     | "model": "cat"    | test/models/pet.json: "model" must be pet
            models/pet.json | "description"      | "explanation"     | test/models/pet.json: "description" is missing
            models/pet.json | "definition"       | "definitely"      | test/models/pet.json, constraints, element 1: "definition" is missing
            models/pet.json | "message"          | "kind": "law", "message" | test/models/pet.json, constraints, element 1: "kind" cannot be law
            models/pet.dog.json | "inherited": "pet_id" | "inherited": "cat_id" | test/models/pet.dog.json, field name: "inherited" names no many2one that the model inherits through: cat_id
            models/pet.dog.json | "name":        | "nickname":       | test/models/pet.dog.json, field nickname: "inherited" needs a field of the same name in pet
            models/pet.dog.json | ["stroke"]     | ["kick"]          | test/models/pet.dog.json: "shared_methods" names no method of signatures.json: kick
            models/pet.dog.json | {"loud": false} | 5                | test/models/pet.dog.json: "bark" has a parameter that is neither a name nor a name with its default
            signatures.json | ["vals_list"]      | "vals_list"       | test/signatures.json, base: "create" must be a list of parameters
            selections.json | [["s", "Small"], ["l", "Large"]] | 1   | test/selections.json: a selection must be a list or the name of one
            version.json    | "traits": ["brave"] | "traits": {}     | test/version.json: "traits" must be a list
            version.json    | "Hello %(name)s"   | 1                 | test/version.json: "messages" must hold texts only
            index.json      | "pet.dog"          | "pet.cat"         | test/models/pet.cat.json: no such file
            """)
    void badDataIsRefusedWithFileAndPlace(String file, String part, String other, String message) {
        DataFiles files = new DataFiles().replacing(file, part, other == null ? "" : other);

        SchemaDataException refusal = assertThrows(SchemaDataException.class, () -> load(files));

        assertEquals(message, refusal.getMessage());
    }

    @Test
    void brokenJsonIsRefusedWithFileAndLine() {
        DataFiles files = new DataFiles().with("models/pet.json", "{\"model\":\n \"pet\",,}");

        String message =
                assertThrows(SchemaDataException.class, () -> load(files)).getMessage();

        assertTrue(message.startsWith("test/models/pet.json: "), message);
        assertTrue(message.contains("line: 2"), message);
    }

    @Test
    void emptyFileIsRefused() {
        DataFiles files = new DataFiles().with("index.json", "");

        SchemaDataException refusal = assertThrows(SchemaDataException.class, () -> load(files));

        assertEquals("test/index.json: the file is empty", refusal.getMessage());
    }

    @Test
    void unknownVersionIsRefusedWithTheKnownOnes() {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> SchemaLoader.load("6.1"));

        assertEquals("unknown Odoo version 6.1; known are [14.0, 19.0]", refusal.getMessage());
    }

    private static Schema load(DataFiles files) {
        return new SchemaLoader("1.0", files.folder(), DataFiles.own()).load();
    }
}
