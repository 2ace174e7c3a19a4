package dev.sandoo.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sandoo.server.rpc.WebFile;
import dev.sandoo.server.wire.TestVersions;
import java.time.LocalDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Headers of files. Recorded: wire_http content-session; names beyond ASCII as both real servers answer. */
class FileStyleTest {
    private static final FileStyle V19 = FileStyle.of(TestVersions.V19);
    private static final FileStyle V14 = FileStyle.of(TestVersions.V14);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "other.txt | attachment; filename=other.txt",
                "two words.txt | attachment; filename=\"two words.txt\"",
                "café x.png | attachment; filename=\"cafe x.png\"; filename*=UTF-8''caf%C3%A9%20x.png",
            })
    void nameStandsForItselfOrInQuotesOrTwice(String name, String disposition) {
        assertEquals(disposition, header(answer(V19, name, true, Optional.empty()), "Content-Disposition"));
    }

    @Test
    void earlierVersionNamesDownloadsOnly() {
        assertEquals("", header(answer(V14, "a b.txt", false, Optional.empty()), "Content-Disposition"));
        assertEquals(
                "attachment; filename*=UTF-8''a%20b.txt",
                header(answer(V14, "a b.txt", true, Optional.empty()), "Content-Disposition"));
    }

    @Test
    void textHasACharacterSetInTheLaterVersion() {
        assertEquals(
                "text/plain; charset=utf-8",
                answer(V19, "a", false, Optional.empty()).contentType());
        assertEquals("text/plain", answer(V14, "a", false, Optional.empty()).contentType());
    }

    @Test
    void fileThatIsKnownIsNotSentAgain() {
        HttpAnswer answer = answer(V19, "a", false, Optional.of("\"abc\""));

        assertEquals("304 0", answer.status() + " " + answer.body().remaining());
    }

    private static HttpAnswer answer(FileStyle style, String name, boolean download, Optional<String> tag) {
        WebFile file = new WebFile(new byte[] {'x'}, "text/plain", name, "abc", LocalDateTime.of(2026, 1, 1, 0, 0));
        return style.answer(file, file.content(), new FileStyle.Request(Optional.empty(), download, false, tag));
    }

    private static String header(HttpAnswer answer, String name) {
        return answer.headers().stream()
                .filter(header -> header.name().equals(name))
                .map(HttpAnswer.Header::value)
                .findFirst()
                .orElse("");
    }
}
