package dev.sandoo.server.rpc;

import dev.sandoo.server.access.Caller;
import dev.sandoo.server.access.Session;
import dev.sandoo.server.audit.KeyCounts;
import dev.sandoo.server.auth.Verdict;
import dev.sandoo.server.db.Transaction;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What people do with their own account on the pages for it. Calls of models are a client's calls: the same rights, the same log. */
public final class OwnAccount {
    private static final String USERS = "res.users";

    private final WebAccess access;
    private final Dispatcher dispatcher;
    private final ObjectMethods methods;

    public OwnAccount(WebAccess access, Dispatcher dispatcher, ObjectMethods methods) {
        this.access = Objects.requireNonNull(access, "access");
        this.dispatcher = Objects.requireNonNull(dispatcher, "dispatcher");
        this.methods = Objects.requireNonNull(methods, "methods");
    }

    /**
     * Calls a model's method for whoever is logged in.
     *
     * @throws dev.sandoo.server.error.OdooError whatever the method raises
     */
    public Object call(Visit visit, String model, String method, List<Object> args, Map<String, Object> kwargs) {
        return dispatcher.dispatch(
                new Call(access.database(visit), visit.credential(), model, method, args, kwargs, visit.origin()));
    }

    /** How each of these API keys was used; keys that never were are left out. */
    public Map<Integer, KeyCounts.Use> keyUses(Visit visit, List<Integer> keys) {
        access.audit().flush();
        return access.inSession(visit, (transaction, caller) -> KeyCounts.of(transaction, keys));
    }

    /**
     * Notes that the user has shown the password just now, which lets them do for a while what only they may.
     *
     * @throws dev.sandoo.server.error.OdooError when the password is wrong
     */
    public void confirmIdentity(Visit visit, String password) {
        Verdict verdict =
                access.inSession(visit, (transaction, caller) -> confirm(visit, password, transaction, caller));
        if (verdict instanceof Verdict.Refused refused) {
            throw refused.error();
        }
    }

    private Verdict confirm(Visit visit, String password, Transaction transaction, Caller caller) {
        Verdict verdict = access.authenticator()
                .byPassword(
                        transaction, caller.login(), password, visit.origin().address());
        if (verdict instanceof Verdict.Known) {
            caller.session().ifPresent(session -> session.proveIdentity(transaction.now()));
        } else {
            CallAudit.Called called = CallAudit.Called.login(caller.database(), "identity_check");
            access.audit().refused(called, visit.origin(), transaction, CallTrace.who(caller), "wrong password");
        }
        return verdict;
    }

    /**
     * Changes the password; this session stays, all others of the user end.
     *
     * @throws dev.sandoo.server.error.OdooError when the old password is wrong or the new one cannot be taken
     */
    public void changePassword(Visit visit, String old, String fresh) {
        access.calling(visit, USERS, "change_password", (transaction, caller) -> {
            methods.call(transaction, caller, USERS, "change_password", List.of(old, fresh), Map.of());
            caller.session().ifPresent(Session::secretsChanged);
            return true;
        });
    }
}
