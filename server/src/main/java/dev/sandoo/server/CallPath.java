package dev.sandoo.server;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.fault.FaultInterceptor;
import dev.sandoo.server.journal.CallWatch;
import dev.sandoo.server.orm.Models;
import dev.sandoo.server.orm.Registries;
import dev.sandoo.server.orm.Registry;
import dev.sandoo.server.rpc.CallInterceptor;
import dev.sandoo.server.rpc.Dispatcher;
import dev.sandoo.server.rpc.KeyPolicies;
import dev.sandoo.server.rpc.KeyPolicy;
import dev.sandoo.server.rpc.ModelMethods;
import dev.sandoo.server.rpc.ObjectMethods;
import dev.sandoo.server.rpc.SpoiledAnswers;
import dev.sandoo.server.stub.StubBook;
import dev.sandoo.server.stub.StubDelays;
import dev.sandoo.server.stub.StubbedMethods;
import java.util.List;

/** The way into the models: the dispatchers, and what stands around and before the models' methods. */
final class CallPath {
    private final Observers observers;
    private final Models models;
    private final ObjectMethods ownMethods;
    private final ObjectMethods methods;
    private final KeyPolicy policy;
    private final List<CallInterceptor> interceptors;
    private final Dispatcher dispatcher;
    private final Dispatcher inside;
    private final SpoiledAnswers spoiled = new SpoiledAnswers();

    CallPath(Registry registry, Storage storage, Identities identities, Observers observers) {
        OdooVersion version = registry.schema().version();
        this.observers = observers;
        Registries registries = new Registries(registry);
        observers.metrics().watch("registries", registries.cache());
        observers.metrics().watch("rights", identities.rights().cache());
        CallWatch watch = observers.watch();
        StubDelays delays = new StubDelays();
        models = new Models(registries);
        ownMethods = new ModelMethods(models);
        methods = new StubbedMethods(ownMethods, models, new StubBook(version), watch::answeredBy, delays);
        policy = watch.noting(new KeyPolicies());
        interceptors = List.of(
                observers.metrics().calls(), watch, new FaultInterceptor(version, storage.all(), spoiled), delays);
        dispatcher = dispatcher(version, storage, identities, policy, interceptors);
        inside = dispatcher(version, storage, identities, KeyPolicy.PERMISSIVE, List.of());
    }

    private Dispatcher dispatcher(
            OdooVersion version,
            Storage storage,
            Identities identities,
            KeyPolicy judge,
            List<CallInterceptor> around) {
        return new Dispatcher(
                version,
                storage.all(),
                identities.authenticator(),
                identities.callers(),
                judge,
                methods,
                observers.audit(),
                around);
    }

    Observers observers() {
        return observers;
    }

    Models models() {
        return models;
    }

    /** What the models do, whatever stubs say. */
    ObjectMethods ownMethods() {
        return ownMethods;
    }

    /** The same behind the stubs. */
    ObjectMethods methods() {
        return methods;
    }

    /** What keys are held to. */
    KeyPolicy policy() {
        return policy;
    }

    /** What stands around each call of a client. */
    List<CallInterceptor> interceptors() {
        return interceptors;
    }

    /** For clients. */
    Dispatcher dispatcher() {
        return dispatcher;
    }

    /** For Sandoo itself: unwatched, and held to no policy. */
    Dispatcher inside() {
        return inside;
    }

    /** What faults do to answers on their way out. */
    SpoiledAnswers spoiled() {
        return spoiled;
    }
}
