package dev.sandoo.client.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sandoo.client.Domain;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestWriterTest {
    @Test
    void callHasAMethodAndParameters() {
        assertEquals(
                "<?xml version=\"1.0\"?><methodCall><methodName>login</methodName><params>"
                        + "<param><value><string>a</string></value></param><param><value><int>2</int></value></param>"
                        + "</params></methodCall>",
                new String(RequestWriter.write("login", List.of("a", 2)), StandardCharsets.UTF_8));
    }

    @Test
    void everyTypeHasItsElement() {
        assertEquals("<nil/>", written(null));
        assertEquals("<boolean>1</boolean>", written(true));
        assertEquals("<int>-5</int>", written(-5));
        assertEquals("<int>5</int>", written(5L));
        assertEquals("<double>1.5</double>", written(1.5));
        assertEquals("<double>1.10</double>", written(new BigDecimal("1.10")));
        assertEquals("<string>2026-01-31</string>", written(LocalDate.of(2026, 1, 31)));
        assertEquals("<string>2026-01-31 10:00:00</string>", written(LocalDateTime.of(2026, 1, 31, 10, 0)));
        assertEquals("<string>2026-01-31 10:00:00</string>", written(Instant.parse("2026-01-31T10:00:00Z")));
        assertEquals("<string>aGk=</string>", written(new byte[] {'h', 'i'}));
        assertEquals(
                "<array><data><value><int>1</int></value><value><string>x</string></value></data></array>",
                written(List.of(1, "x")));
        assertEquals(
                "<struct><member><name>a</name><value><int>1</int></value></member></struct>", written(Map.of("a", 1)));
        assertEquals(
                written(List.of(List.of("f", "=", 1))),
                written(Domain.field("f").is(1)));
    }

    @Test
    void markupIsEscapedAndOtherTextIsNot() {
        assertEquals("<string>&lt;b&gt; &amp; \"q\" é 漢 \n&#13;</string>", written("<b> & \"q\" é 漢 \n\r"));
    }

    /** Apache's client writes two surrogate references instead, which is no XML and which Odoo refuses. */
    @Test
    void emojiIsWrittenAsItself() {
        assertEquals("<string>😀</string>", written("😀"));
    }

    @Test
    void whatXmlCannotHoldIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> written("a\u0001"));
        assertThrows(IllegalArgumentException.class, () -> written("a\ufffe"));
        assertThrows(IllegalArgumentException.class, () -> written(BigInteger.TEN));
        assertThrows(IllegalArgumentException.class, () -> written(new Object()));
        assertThrows(IllegalArgumentException.class, () -> written(Map.of(1, 2)));
        assertThrows(ArithmeticException.class, () -> written(1L << 40));
    }

    private static String written(Object value) {
        String call = new String(RequestWriter.write("m", Arrays.asList(value)), StandardCharsets.UTF_8);
        int start = call.indexOf("<value>") + "<value>".length();
        return call.substring(start, call.lastIndexOf("</value>"));
    }
}
