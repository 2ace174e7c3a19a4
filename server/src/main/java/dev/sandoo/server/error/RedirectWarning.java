package dev.sandoo.server.error;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * {@code odoo.exceptions.RedirectWarning}: an error with a way out, which the web client shows as a button.
 *
 * <p>Source: asked of a real 19.0, which raises one when a period with drafts is locked.
 */
public final class RedirectWarning extends UserError {
    private final transient List<Object> arguments;

    /**
     * @param action where the button leads, as a wire value: an action's id or the action itself
     * @param button what the button says
     */
    public RedirectWarning(String message, Object action, String button) {
        super(PythonRepr.tuple(message, action, button, null));
        this.arguments = Collections.unmodifiableList(Arrays.asList(message, action, button, null));
    }

    @Override
    public List<Object> arguments() {
        return arguments;
    }

    /** All arguments, one a line. */
    @Override
    public String text() {
        return arguments.stream().map(PythonRepr::text).collect(Collectors.joining("\n"));
    }

    @Override
    public String pythonName() {
        return "odoo.exceptions.RedirectWarning";
    }
}
