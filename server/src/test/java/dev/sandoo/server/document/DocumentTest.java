package dev.sandoo.server.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'a: 1\nb: [x, 2.5, true, null]' | {a=1, b=[x, 2.5, true, null]}",
                "'{\"a\": {\"b\": \"c\"}}' | {a={b=c}}",
                "'text' | text"
            })
    void yamlAndJsonBecomePlainValues(String text, String plain) {
        assertEquals(plain, String.valueOf(Document.read("f", text).plain()));
    }

    @Test
    void nothingIsAnEmptyTable() {
        assertEquals(Map.of(), Document.read("f", "").entries());
    }

    @Test
    void everyProblemIsToldByLineAndField() {
        Node root = Document.read("f.yaml", "a: x\nb:\n  - c: 1\n    d: 2\n").allow("b");
        Node item = root.find("b").orElseThrow().items().get(0);
        item.allow("c").find("c").orElseThrow().text();
        item.require("e");

        BadDocumentException bad =
                assertThrows(BadDocumentException.class, () -> root.document().requireGood());

        assertEquals(
                List.of(
                        "f.yaml, line 1, a: is unknown; known are b",
                        "f.yaml, line 4, b[0].d: is unknown; known are c",
                        "f.yaml, line 3, b[0].c: must be a text",
                        "f.yaml, line 3, b[0]: needs e"),
                bad.problems().stream().map(DocumentProblem::toString).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'a: &x 1\nb: *x' | f, line 2: has an alias; write the value out",
                "'a: 1\n---\nb: 2' | f, line 3: another document begins here",
                "'a: 1\na: 2' | f, line 2, a: is there twice"
            })
    void whatIsNoPlainDocumentIsRefused(String text, String message) {
        BadDocumentException bad = assertThrows(
                BadDocumentException.class,
                () -> Document.read("f", text).document().requireGood());

        assertEquals(message, bad.getMessage());
    }
}
