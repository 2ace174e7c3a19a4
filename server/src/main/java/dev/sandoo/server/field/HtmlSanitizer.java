package dev.sandoo.server.field;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Removes from html what could run or post, and wraps bare text in a paragraph, as Odoo's html fields do. */
final class HtmlSanitizer {
    private static final Set<String> KILLED = Set.of(
            "script",
            "style",
            "base",
            "embed",
            "frame",
            "frameset",
            "head",
            "iframe",
            "link",
            "meta",
            "noscript",
            "object",
            "title");
    private static final Set<String> UNWRAPPED =
            Set.of("html", "body", "form", "input", "button", "select", "textarea", "option");
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "ul",
            "ol",
            "table",
            "blockquote",
            "pre",
            "section",
            "article",
            "header",
            "footer",
            "hr",
            "figure",
            "main",
            "nav",
            "details",
            "address",
            "dl");

    String clean(String html) {
        if (html.isEmpty()) {
            return html;
        }
        Document document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false).charset("UTF-8");
        Element body = document.body();
        cleanChildren(body);
        if (body.childNodes().stream().noneMatch(HtmlSanitizer::isContent)) {
            return html.isBlank() ? "" : "<div></div>";
        }
        boolean inline = body.childNodes().stream().noneMatch(HtmlSanitizer::isBlock);
        String inner = body.html();
        return inline ? "<p>" + inner + "</p>" : inner;
    }

    private static boolean isContent(Node node) {
        return node instanceof Element || node instanceof TextNode text && !text.isBlank();
    }

    private static boolean isBlock(Node node) {
        return node instanceof Element element && BLOCKS.contains(element.normalName());
    }

    private static void cleanChildren(Element parent) {
        for (Node child : List.copyOf(parent.childNodes())) {
            if (child instanceof Comment || child instanceof DataNode) {
                child.remove();
            } else if (child instanceof Element element) {
                cleanElement(element);
            }
        }
    }

    private static void cleanElement(Element element) {
        String tag = element.normalName();
        if (KILLED.contains(tag)) {
            element.remove();
            return;
        }
        cleanChildren(element);
        if (UNWRAPPED.contains(tag)) {
            element.unwrap();
            return;
        }
        for (Attribute attribute : List.copyOf(element.attributes().asList())) {
            if (isDangerous(attribute)) {
                element.removeAttr(attribute.getKey());
            }
        }
    }

    private static boolean isDangerous(Attribute attribute) {
        String name = attribute.getKey().toLowerCase(Locale.ROOT);
        String value = attribute.getValue().strip().toLowerCase(Locale.ROOT).replaceAll("[\\s\\p{Cntrl}]", "");
        return name.startsWith("on") || value.startsWith("javascript:") || value.startsWith("vbscript:");
    }
}
