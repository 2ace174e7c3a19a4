package dev.sandoo.server.query;

/**
 * Which of the records that a search finds are wanted, as it came over the wire.
 *
 * @param order a text, or something that Python takes for false for the model's own order
 * @param limit a number, or something false, such as 0, for no limit
 * @param offset a number, or something false for none
 */
public record Page(Object order, Object limit, Object offset) {
    /** All records in the model's own order. */
    public static final Page ALL = new Page(false, false, false);
}
