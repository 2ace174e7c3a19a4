package dev.sandoo.server.stub;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import dev.sandoo.server.document.Node;
import dev.sandoo.server.field.PythonValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value with gaps that a call fills. A text that is one expression and nothing else becomes the very value it names, a number
 * or a list as much as a text; other texts are Mustache templates.
 */
@FunctionalInterface
interface Template {
    /** @throws TemplateException when it names something that the call does not have */
    Object fill(CallView call);

    Pattern EXPRESSION = Pattern.compile("\\{\\{\\s*([\\w-]+(?:\\.[\\w-]+)*)\\s*}}");

    Mustache.Compiler MUSTACHE = Mustache.compiler()
            .escapeHTML(false)
            .withFormatter(value -> value instanceof Boolean && value.equals(false) ? "" : PythonValues.str(value));

    /** A template that names what is not there. */
    final class TemplateException extends RuntimeException {
        private static final long serialVersionUID = 1;

        TemplateException(String message) {
            super(message);
        }
    }

    /** The template that a value of a document is; what cannot be one is a problem of the document. */
    static Template read(Node node) {
        if (node.isTable()) {
            Map<String, Template> members = new LinkedHashMap<>();
            node.entries().forEach((name, member) -> members.put(name, read(member)));
            return call -> filled(members, call);
        }
        if (node.isList()) {
            List<Template> items = node.items().stream().map(Template::read).toList();
            return call -> filled(items, call);
        }
        return node.isText() ? text(node, (String) node.plain()) : constant(node.plain());
    }

    static Template constant(Object value) {
        return call -> value;
    }

    private static Template text(Node node, String text) {
        if (!text.contains("{{")) {
            return constant(text);
        }
        Matcher sole = EXPRESSION.matcher(text);
        if (sole.matches()) {
            ValuePath path = ValuePath.of(sole.group(1));
            return call -> call.find(path).stream()
                    .findFirst()
                    .orElseThrow(() -> new TemplateException("{{" + path + "}} names nothing in this call"))
                    .value();
        }
        try {
            com.samskivert.mustache.Template mustache = MUSTACHE.compile(text);
            return call -> rendered(mustache, call);
        } catch (MustacheException e) {
            node.problem("is no template: " + e.getMessage());
            return constant(text);
        }
    }

    private static Object rendered(com.samskivert.mustache.Template mustache, CallView call) {
        try {
            return mustache.execute(call.roots());
        } catch (MustacheException e) {
            throw new TemplateException(e.getMessage());
        }
    }

    private static Object filled(Map<String, Template> members, CallView call) {
        Map<String, Object> filled = new LinkedHashMap<>();
        members.forEach((name, member) -> filled.put(name, member.fill(call)));
        return filled;
    }

    private static Object filled(List<Template> items, CallView call) {
        List<Object> filled = new ArrayList<>();
        items.forEach(item -> filled.add(item.fill(call)));
        return filled;
    }
}
