package dev.sandoo.server.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Tag;

/**
 * Removes from html what could run or post, and gives it one shape, as Odoo's html fields do: text at the beginning stands in
 * a paragraph, and what stands side by side without a block in a span. Source: answers of 19.0 to 80 snippets over XML-RPC.
 */
final class HtmlSanitizer {
    private static final Set<String> INVISIBLE = Set.of("script", "style", "base", "head", "link", "meta", "title");
    private static final Set<String> KILLED = Set.of(
            "embed",
            "frame",
            "frameset",
            "iframe",
            "noscript",
            "object",
            "input",
            "button",
            "select",
            "textarea",
            "option");
    private static final Set<String> UNWRAPPED = Set.of("html", "body", "form");
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
            "dl",
            "center");
    private static final Pattern RUNS = Pattern.compile("(javascript|vbscript):.*|data:(?!image/).*");
    private static final String NOTHING = "<div></div>";

    String clean(String html) {
        Document document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false).charset("UTF-8");
        Element body = document.body();
        body.select("tbody").stream()
                .filter(rows -> !html.toLowerCase(Locale.ROOT).contains("<tbody")) // the parser's own, not the author's
                .forEach(Node::unwrap);
        List.copyOf(body.childNodes()).stream()
                .filter(HtmlSanitizer::isInvisible)
                .forEach(Node::remove);
        dropBlanks(body);
        if (body.childNodeSize() == 0) {
            return "";
        }
        wrapText(body);
        List<Node> content =
                body.childNodes().stream().filter(HtmlSanitizer::isContent).toList();
        if (content.size() > 1 && content.stream().noneMatch(HtmlSanitizer::hasBlock)) {
            enclose(body, content, "span");
        } else if (content.size() == 1 && content.get(0) instanceof Element root && !isKept(root)) {
            replaceRoot(root);
        }
        cleanChildren(body);
        return body.childNodes().stream().anyMatch(HtmlSanitizer::isContent) ? body.html() : NOTHING;
    }

    private static boolean isInvisible(Node node) {
        return node instanceof Comment || node instanceof Element element && INVISIBLE.contains(element.normalName());
    }

    private static boolean isContent(Node node) {
        return node instanceof Element || node instanceof TextNode text && !text.isBlank();
    }

    private static boolean hasBlock(Node node) {
        return node instanceof Element element
                && element.stream().anyMatch(inner -> BLOCKS.contains(inner.normalName()));
    }

    private static boolean isKept(Element element) {
        String tag = element.normalName();
        return !KILLED.contains(tag) && !INVISIBLE.contains(tag) && !UNWRAPPED.contains(tag) && Tag.isKnownTag(tag);
    }

    private static void dropBlanks(Element body) {
        while (body.childNodeSize() > 0 && !isContent(body.childNode(0))) {
            body.childNode(0).remove();
        }
    }

    /** Text that nothing stands before makes a paragraph, up to the first block. */
    private static void wrapText(Element body) {
        if (body.childNode(0) instanceof TextNode) {
            List<Node> line = new ArrayList<>();
            for (Node node : body.childNodes()) {
                if (node instanceof Element element && BLOCKS.contains(element.normalName())) {
                    break;
                }
                line.add(node);
            }
            enclose(body, line, "p");
        }
    }

    private static void enclose(Element body, List<Node> nodes, String tag) {
        Element around = new Element(tag);
        body.insertChildren(body.childNodes().indexOf(nodes.get(0)), around);
        around.appendChildren(nodes);
    }

    /** The outermost element cannot just go: it becomes a plain one, without its content where that goes too. */
    private static void replaceRoot(Element root) {
        if (KILLED.contains(root.normalName())) {
            root.empty();
        }
        root.tagName("div").clearAttributes();
    }

    private static void cleanChildren(Element parent) {
        for (Node child : List.copyOf(parent.childNodes())) {
            if (child instanceof DataNode) {
                child.remove();
            } else if (child instanceof Element element) {
                cleanElement(element);
            }
        }
    }

    private static void cleanElement(Element element) {
        String tag = element.normalName();
        if (KILLED.contains(tag) || INVISIBLE.contains(tag)) {
            element.remove();
            return;
        }
        cleanChildren(element);
        if (!isKept(element)) {
            element.unwrap();
            return;
        }
        for (Attribute attribute : List.copyOf(element.attributes().asList())) {
            if (attribute.getKey().toLowerCase(Locale.ROOT).startsWith("on")) {
                element.removeAttr(attribute.getKey());
            } else if (runs(attribute)) {
                element.attr(attribute.getKey(), "");
            }
        }
    }

    /** Whether following an address would run something, however it is spelled. */
    private static boolean runs(Attribute attribute) {
        String value = attribute.getValue().toLowerCase(Locale.ROOT).replaceAll("[\\s\\p{Cntrl}]", "");
        return RUNS.matcher(value).matches();
    }
}
