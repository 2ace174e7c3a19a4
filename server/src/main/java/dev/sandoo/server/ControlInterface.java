package dev.sandoo.server;

import static dev.sandoo.server.control.Verb.DELETE;
import static dev.sandoo.server.control.Verb.GET;
import static dev.sandoo.server.control.Verb.POST;
import static dev.sandoo.server.control.Verb.PUT;

import dev.sandoo.server.control.ControlAccess;
import dev.sandoo.server.control.ControlApi;
import dev.sandoo.server.control.ControlRoute;
import dev.sandoo.server.control.calls.ClearCalls;
import dev.sandoo.server.control.calls.KnownDatabase;
import dev.sandoo.server.control.calls.ListCalls;
import dev.sandoo.server.control.calls.VerifyCalls;
import dev.sandoo.server.control.databases.CreateDatabase;
import dev.sandoo.server.control.databases.DeleteSnapshot;
import dev.sandoo.server.control.databases.DropDatabase;
import dev.sandoo.server.control.databases.ExportSnapshot;
import dev.sandoo.server.control.databases.ImportSnapshot;
import dev.sandoo.server.control.databases.ListDatabases;
import dev.sandoo.server.control.databases.ListSnapshots;
import dev.sandoo.server.control.databases.ManagedDatabases;
import dev.sandoo.server.control.databases.ResetDatabase;
import dev.sandoo.server.control.databases.RestoreSnapshot;
import dev.sandoo.server.control.databases.TakeSnapshot;
import dev.sandoo.server.control.seeds.WriteSeeds;
import dev.sandoo.server.control.status.CheckLiveness;
import dev.sandoo.server.control.status.CheckReadiness;
import dev.sandoo.server.control.status.ShowInfo;
import dev.sandoo.server.control.status.ShowMetrics;
import dev.sandoo.server.db.Databases;
import dev.sandoo.server.journal.Journal;
import dev.sandoo.server.metrics.Metrics;
import dev.sandoo.server.seed.Seeds;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Every path of the control interface, in one table.
 *
 * @param config says who may use it
 * @param more the paths of features that stand by themselves
 */
record ControlInterface(
        EmulatorConfig config,
        Databases databases,
        ManagedDatabases managed,
        Seeds seeds,
        Metrics metrics,
        Clock clock,
        Journal journal,
        List<ControlRoute> more) {
    ControlApi api() {
        return new ControlApi(new ControlAccess(config.controlToken()), table(), build());
    }

    private List<ControlRoute> table() {
        KnownDatabase known = new KnownDatabase(databases);
        List<ControlRoute> table = new ArrayList<>();
        table.addAll(List.of(
                GET.at("/databases/{db}/calls", new ListCalls(journal, known)),
                DELETE.at("/databases/{db}/calls", new ClearCalls(journal, known)),
                POST.at("/databases/{db}/calls/verify", new VerifyCalls(journal, known)),
                GET.at("/info", new ShowInfo(server(), databases, clock)),
                GET.at("/health/live", new CheckLiveness()),
                GET.at("/health/ready", new CheckReadiness(databases)),
                GET.at("/metrics", new ShowMetrics(Metrics.MEDIA_TYPE, () -> metrics.scrape(databases))),
                GET.at("/databases", new ListDatabases(managed)),
                POST.at("/databases", new CreateDatabase(managed)),
                DELETE.at("/databases/{db}", new DropDatabase(managed)),
                POST.at("/databases/{db}/reset", new ResetDatabase(managed, seeds)),
                POST.at("/databases/{db}/seeds", new WriteSeeds(seeds, databases)),
                GET.at("/databases/{db}/snapshots", new ListSnapshots(managed)),
                POST.at("/databases/{db}/snapshots", new TakeSnapshot(managed)),
                PUT.at("/databases/{db}/snapshots/{name}", new ImportSnapshot(managed)),
                DELETE.at("/databases/{db}/snapshots/{name}", new DeleteSnapshot(managed)),
                POST.at("/databases/{db}/snapshots/{name}/restore", new RestoreSnapshot(managed)),
                GET.at("/databases/{db}/snapshots/{name}/export", new ExportSnapshot(managed))));
        table.addAll(more);
        return table;
    }

    private ShowInfo.Server server() {
        return new ShowInfo.Server(build(), config.odooVersion(), config.database());
    }

    /** What the jar says; classes that are not in a jar say {@code development}. */
    private static String build() {
        return Optional.ofNullable(ControlInterface.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
