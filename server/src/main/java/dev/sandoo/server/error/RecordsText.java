package dev.sandoo.server.error;

/**
 * Records as an answer: JSON shows them as Python would print them, XML-RPC cannot send them.
 *
 * @param model the model's name
 * @param text such as {@code res.partner(1, 2)}
 */
public record RecordsText(String model, String text) {
    /** The error of sending them where they cannot be sent. */
    public PythonError unmarshallable() {
        return PythonError.typeError("cannot marshal <class 'odoo.api." + model + "'> objects");
    }
}
