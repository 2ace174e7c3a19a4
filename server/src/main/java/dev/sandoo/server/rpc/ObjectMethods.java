package dev.sandoo.server.rpc;

import dev.sandoo.server.access.Caller;
import dev.sandoo.server.db.Transaction;
import java.util.List;
import java.util.Map;

/** The public methods of the models: what the dispatcher runs once it knows who calls. */
public interface ObjectMethods {
    /** Whether the caller's database has a model of this name. */
    boolean hasModel(Transaction transaction, Caller caller, String model);

    /**
     * Runs a method. The transaction is committed by the dispatcher, and rolled back when this throws.
     *
     * @param model one that {@link #hasModel}
     * @param args positional arguments as wire values; for a method on records the first is an id or a list of ids
     * @param kwargs named arguments as wire values; {@code context} is one of them
     * @return a wire value
     * @throws dev.sandoo.server.error.OdooError whatever the method raises, an unknown method included
     */
    Object call(
            Transaction transaction,
            Caller caller,
            String model,
            String method,
            List<Object> args,
            Map<String, Object> kwargs);

    /**
     * The same for a method whose arguments are all given by name and checked against its signature.
     *
     * @param members {@code ids} and {@code context} are among them
     * @return a wire value; records are always a list of ids
     * @throws dev.sandoo.server.error.HttpError for an unknown method, and for arguments that do not fit
     */
    Object callByName(Transaction transaction, Caller caller, String model, String method, Map<String, Object> members);
}
