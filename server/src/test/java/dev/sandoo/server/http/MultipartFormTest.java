package dev.sandoo.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MultipartFormTest {
    private static final String TYPE = "multipart/form-data; boundary=zz";

    @Test
    void fieldsAndFilesAreToldApart() {
        String body = part("form-data; name=\"id\"", "7")
                + part("form-data; name=\"ufile\"; filename=\"é.txt\"", "a\r\n--z\r\nb") + "--zz--\r\n";

        MultipartForm form = MultipartForm.of(TYPE, body.getBytes(UTF_8));

        assertEquals(Map.of("id", "7"), form.fields());
        assertEquals("é.txt", form.files().get(0).name());
        assertArrayEquals("a\r\n--z\r\nb".getBytes(UTF_8), form.files().get(0).content());
    }

    @Test
    void bytesComeAsTheyAre() {
        byte[] head = "--zz\r\nContent-Disposition: form-data; name=\"f\"; filename=\"x\"\r\n\r\n".getBytes(UTF_8);
        byte[] tail = "\r\n--zz--\r\n".getBytes(UTF_8);
        byte[] body = new byte[head.length + 3 + tail.length];
        System.arraycopy(head, 0, body, 0, head.length);
        body[head.length] = (byte) 0xff;
        body[head.length + 2] = (byte) 0x80;
        System.arraycopy(tail, 0, body, head.length + 3, tail.length);

        MultipartForm form = MultipartForm.of(TYPE, body);

        assertArrayEquals(
                new byte[] {(byte) 0xff, 0, (byte) 0x80}, form.files().get(0).content());
    }

    @Test
    void brokenBodiesHaveNoParts() {
        assertEquals(
                0,
                MultipartForm.of(TYPE, "--zz\r\nno end".getBytes(UTF_8))
                        .fields()
                        .size());
        assertEquals(
                0,
                MultipartForm.of("multipart/form-data", "x".getBytes(UTF_8))
                        .files()
                        .size());
    }

    private static String part(String disposition, String content) {
        return "--zz\r\nContent-Disposition: " + disposition + "\r\n\r\n" + content + "\r\n";
    }
}
