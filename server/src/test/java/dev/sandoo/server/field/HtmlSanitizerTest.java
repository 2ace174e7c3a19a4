package dev.sandoo.server.field;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Source: answers of 19.0 over XML-RPC. */
class HtmlSanitizerTest {
    private final HtmlSanitizer sanitizer = new HtmlSanitizer();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            plain                          | <p>plain</p>
            text <b>bold</b>               | <p>text <b>bold</b></p>
            head<p>1</p>                   | <p>head</p><p>1</p>
            <b>bold</b> tail               | <span><b>bold</b> tail</span>
            <b>x                           | <b>x</b>
            <br>                           | <br>
            <p>1</p><p>2</p>               | <p>1</p><p>2</p>
            <p>1</p>tail                   | <p>1</p>tail
            <span>x</span><p>y</p>         | <span>x</span><p>y</p>
            <div><div>x</div></div>        | <div><div>x</div></div>
            <!-- c --><p>x<!-- d --></p>   | <p>x<!-- d --></p>
            <table><tr><td>1</td></tr></table> | <table><tr><td>1</td></tr></table>
            <li>x</li>                     | <li>x</li>
            """)
    void givesHtmlOneShape(String html, String shaped) {
        assertEquals(shaped, sanitizer.clean(html));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <script>x</script>                       | ''
            <script>x</script>a                      | <p>a</p>
            <p onclick="x" class="c" data-x="1">y</p> | <p class="c" data-x="1">y</p>
            <a href="JAVASCRIPT:alert(1)">x</a>      | <a href="">x</a>
            <a href=" java&#10;script:x">x</a>       | <a href="">x</a>
            <a href="data:text/html,x">x</a>         | <a href="">x</a>
            <img src="data:image/png;base64,AAAA">   | <img src="data:image/png;base64,AAAA">
            <iframe src="x"></iframe>                | <div></div>
            <form><input name="a"/><p>x</p></form>   | <div><p>x</p></div>
            <p>a<form>b</form></p>                   | <p>a</p>b<p></p>
            <unknown>x</unknown>                     | <div>x</div>
            <p>a <unknown>x</unknown></p>            | <p>a x</p>
            <p>x<style>p{}</style></p>               | <p>x</p>
            """)
    void takesOutWhatCouldRunOrPost(String html, String safe) {
        assertEquals(safe, sanitizer.clean(html));
    }
}
