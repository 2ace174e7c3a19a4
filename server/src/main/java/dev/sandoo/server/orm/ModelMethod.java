package dev.sandoo.server.orm;

/** A public method of a model. */
@FunctionalInterface
public interface ModelMethod {
    /**
     * Runs the method.
     *
     * @param self the records it was called on; empty for a model method
     * @return a wire value; null for a method that returns nothing
     */
    Object call(Records self, Arguments arguments);
}
