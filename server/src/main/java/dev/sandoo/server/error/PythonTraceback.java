package dev.sandoo.server.error;

/** The text of a Python traceback, whose last line is what clients look at. */
public final class PythonTraceback {
    private static final String BUILTINS = "builtins.";

    private PythonTraceback() {}

    /**
     * A traceback of one frame.
     *
     * @param place where the error came up, such as {@code object.execute_kw}; there is no Python file to name
     */
    public static String of(OdooError error, String place) {
        return "Traceback (most recent call last):\n  File \"<sandoo>\", in " + place + "\n" + lastLine(error) + "\n";
    }

    /** The exception's name and text, such as {@code ValueError: no such field}. */
    public static String lastLine(OdooError error) {
        String name = error.pythonName();
        String type = name.startsWith(BUILTINS) ? name.substring(BUILTINS.length()) : name;
        return error.getMessage().isEmpty() ? type : type + ": " + error.getMessage();
    }
}
