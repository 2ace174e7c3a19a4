package dev.sandoo.server;

import static dev.sandoo.server.control.Verb.DELETE;
import static dev.sandoo.server.control.Verb.GET;
import static dev.sandoo.server.control.Verb.POST;
import static dev.sandoo.server.control.Verb.PUT;

import dev.sandoo.server.control.ControlEndpoint;
import dev.sandoo.server.control.ControlRoute;
import dev.sandoo.server.control.OfDatabase;
import dev.sandoo.server.control.clock.ClearClock;
import dev.sandoo.server.control.clock.SetClock;
import dev.sandoo.server.control.clock.ShowClock;
import dev.sandoo.server.control.fault.ListFaults;
import dev.sandoo.server.control.fault.LoadFaults;
import dev.sandoo.server.control.fault.RemoveFaults;
import dev.sandoo.server.control.stub.ListStubs;
import dev.sandoo.server.control.stub.LoadStubs;
import dev.sandoo.server.control.stub.RemoveStubs;
import dev.sandoo.server.control.stub.RestartStubs;
import dev.sandoo.server.db.Databases;
import dev.sandoo.server.fault.FaultShelf;
import dev.sandoo.server.rpc.DatabaseClocks;
import dev.sandoo.server.stub.StubShelf;
import java.util.List;

/** The paths of the control interface for what a test changes in a database besides its records. */
record TestingControls(Databases databases, DatabaseClocks clocks, StubShelf stubs, FaultShelf faults) {
    private static final String CLOCK = "/databases/{db}/clock";
    private static final String STUBS = "/databases/{db}/stubs";
    private static final String FAULTS = "/databases/{db}/faults";

    List<ControlRoute> table() {
        return List.of(
                GET.at(CLOCK, of(new ShowClock(clocks))),
                PUT.at(CLOCK, of(new SetClock(clocks))),
                DELETE.at(CLOCK, of(new ClearClock(clocks))),
                GET.at(STUBS, of(new ListStubs(stubs))),
                POST.at(STUBS, of(new LoadStubs(stubs))),
                DELETE.at(STUBS, of(new RemoveStubs(stubs))),
                POST.at(STUBS + "/restart", of(new RestartStubs(stubs))),
                GET.at(FAULTS, of(new ListFaults(faults))),
                POST.at(FAULTS, of(new LoadFaults(faults))),
                DELETE.at(FAULTS, of(new RemoveFaults(faults))));
    }

    private <B> ControlEndpoint<B> of(ControlEndpoint<B> endpoint) {
        return new OfDatabase<>(databases, endpoint);
    }
}
