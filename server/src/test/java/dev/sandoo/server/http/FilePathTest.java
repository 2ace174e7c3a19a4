package dev.sandoo.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sandoo.server.rpc.WebFiles.Frame;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Paths as a real server takes them. Recorded: wire_http content-session and image. */
class FilePathTest {
    @ParameterizedTest
    @CsvSource({
        "12,                               ir.attachment, 12, datas,      0,  0,  ''",
        "12/name.txt,                      ir.attachment, 12, datas,      0,  0,  name.txt",
        "12-abc/10x20/name.png,            ir.attachment, 12, datas,      10, 20, name.png",
        "res.partner/3/image_128,          res.partner,   3,  image_128,  0,  0,  ''",
        "res.partner/3/image_1920/50x40,   res.partner,   3,  image_1920, 50, 40, ''",
        "res.partner/3/image_1920/x.png,   res.partner,   3,  image_1920, 0,  0,  x.png",
    })
    void pathNamesFieldSizeAndName(
            String path, String model, int id, String field, int width, int height, String name) {
        FilePath read = FilePath.of(Route.split(path), Map.of(), "datas");

        var wanted = read.wanted().orElseThrow();
        assertEquals(model + " " + id + " " + field, wanted.model() + " " + wanted.id() + " " + wanted.field());
        assertEquals(new Frame(width, height, false), read.frame());
        assertEquals(name, read.name().orElse(""));
    }

    @Test
    void queryDoesTheSame() {
        Map<String, String> query =
                Map.of("model", "res.partner", "id", "3", "field", "image_128", "width", "9", "crop", "1");

        FilePath read = FilePath.of(Route.split(""), query, "datas");

        assertEquals("res.partner", read.wanted().orElseThrow().model());
        assertEquals(new Frame(9, 0, true), read.frame());
    }

    @ParameterizedTest
    @CsvSource({"base.main_company", "base.main_company/logo", "999999999999", "x/y/z"})
    void whatNamesNoRecordWantsNothing(String path) {
        assertEquals(
                true, FilePath.of(Route.split(path), Map.of(), "datas").wanted().isEmpty());
    }
}
