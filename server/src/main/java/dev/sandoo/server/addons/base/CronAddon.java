package dev.sandoo.server.addons.base;

import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Arguments;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Records;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * {@code ir.cron}: jobs are records, no clock runs them. Those of a fresh database do nothing here when they are run by hand; one of
 * the client's own would run Python, which is refused unless it does nothing. Source: method_direct_trigger of both versions over XML-RPC.
 */
public final class CronAddon implements Addon {
    private static final String CRON = "ir.cron";

    /** Blank lines, comments, {@code pass} and assignments of plain values: running them shows nowhere. */
    private static final Pattern EFFECTLESS = Pattern.compile(
            "(?:[ \\t]*(?:#.*|pass|\\w+ *= *(?:-?[\\d.]+|'[^'\\n]*'|\"[^\"\\n]*\"|\\w+))?[ \\t]*(?:\\R|$))*");

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours.method(CRON, "method_direct_trigger", CronAddon::run);
    }

    private static Object run(Records jobs, Arguments arguments) {
        jobs.requireReadable();
        for (Records job : jobs) {
            if (!EFFECTLESS.matcher(job.text("code")).matches()) {
                throw PythonError.notEmulated("Sandoo runs no code of its clients: ir.cron.method_direct_trigger of "
                        + job.text("cron_name"));
            }
            job.sudo().write(Map.of("lastcall", job.env().now().truncatedTo(ChronoUnit.SECONDS)));
        }
        return true;
    }
}
