package dev.sandoo.server.control;

/**
 * What answers one route of the control interface. Thread-safe.
 *
 * @param <B> the body it takes: a record that JSON or YAML is read into, {@link RawBody} for anything else, {@link Void} for
 *     none
 */
public interface ControlEndpoint<B> {
    /** What it does, takes and answers. */
    Operation<B> operation();

    /**
     * Does it.
     *
     * @return what the operation says: a record to be written as JSON, a {@link Content}, or null where it answers nothing
     * @throws ControlException when it cannot be done
     * @throws dev.sandoo.server.error.OdooError likewise; it becomes a problem document of its kind
     */
    Object answer(ControlRequest<B> request);
}
