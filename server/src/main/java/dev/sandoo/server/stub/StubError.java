package dev.sandoo.server.stub;

import dev.sandoo.server.document.Node;
import dev.sandoo.server.error.AccessDenied;
import dev.sandoo.server.error.AccessError;
import dev.sandoo.server.error.MissingError;
import dev.sandoo.server.error.OdooError;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.RedirectWarning;
import dev.sandoo.server.error.UserError;
import dev.sandoo.server.error.ValidationError;
import dev.sandoo.server.field.PythonValues;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An error that a stub answers with.
 *
 * @param exception the Python exception's name, for {@link Kind#PYTHON}
 * @param action where the button leads, for {@link Kind#REDIRECT}
 * @param button what the button says, for {@link Kind#REDIRECT}
 */
record StubError(Kind kind, Template message, String exception, Template action, Template button) {
    private static final Pattern PYTHON_NAME = Pattern.compile("[A-Za-z_]\\w*(\\.[A-Za-z_]\\w*)*");

    /** The errors that clients of Odoo tell apart. */
    enum Kind {
        USER,
        VALIDATION,
        ACCESS,
        DENIED,
        MISSING,
        REDIRECT,
        PYTHON;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Kind> of(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word().equals(word))
                    .findFirst();
        }
    }

    /** The error that a node describes; empty when it describes none. */
    static Optional<StubError> read(Node node) {
        node.allow("kind", "message", "exception", "action", "button");
        Optional<Kind> kind = node.require("kind").flatMap(StubError::kind);
        Optional<Template> message = node.require("message").map(Template::read);
        Optional<Node> exception = node.find("exception");
        exception
                .flatMap(Node::text)
                .filter(name -> !PYTHON_NAME.matcher(name).matches())
                .ifPresent(name -> exception.get().problem("is no name of a Python exception"));
        if (kind.filter(Kind.PYTHON::equals).isPresent() && exception.isEmpty()) {
            node.problem("needs exception, such as ValueError or odoo.addons.mine.errors.Busy");
        }
        if (kind.isEmpty() || message.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new StubError(
                kind.get(),
                message.get(),
                exception.map(name -> String.valueOf(name.plain())).orElse(""),
                node.find("action").map(Template::read).orElse(Template.constant(false)),
                node.find("button").map(Template::read).orElse(Template.constant("OK"))));
    }

    private static Optional<Kind> kind(Node node) {
        Optional<Kind> kind = node.text().flatMap(Kind::of);
        if (kind.isEmpty() && node.isText()) {
            List<Kind> all = Arrays.asList(Kind.values());
            node.problem("must be one of " + all.stream().map(Kind::word).collect(Collectors.joining(", ")));
        }
        return kind;
    }

    /** The error as the call gets it. */
    OdooError of(CallView call) {
        String text = PythonValues.str(message.fill(call));
        return switch (kind) {
            case USER -> new UserError(text);
            case VALIDATION -> new ValidationError(text);
            case ACCESS -> new AccessError(text);
            case DENIED -> new AccessDenied(text);
            case MISSING -> new MissingError(text);
            case REDIRECT -> new RedirectWarning(text, action.fill(call), PythonValues.str(button.fill(call)));
            case PYTHON -> PythonError.of(exception, text);
        };
    }
}
