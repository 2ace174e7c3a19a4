package dev.sandoo.server.web;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.error.OdooError;
import dev.sandoo.server.rpc.DatabaseOperations.Restored;
import dev.sandoo.server.rpc.DatabaseService;
import dev.sandoo.server.rpc.NewDatabase;
import dev.sandoo.server.rpc.WebFiles.Upload;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The database manager: forms that want the master password, and no session. Tools post to them, so they carry no token, as in
 * Odoo. Source: wire_db page-selector-manager and page-forms-refused.
 */
final class DatabasePages {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd_HH-mm-ss");

    private final DatabaseService service;
    private final Forms forms;
    private final Clock clock;
    private final String open;
    private final String home;

    DatabasePages(OdooVersion version, DatabaseService service, Forms forms, Clock clock) {
        this.service = service;
        this.forms = forms;
        this.clock = clock;
        this.home = version.message("web.home");
        this.open = home + "?db=";
    }

    /** A form's work: the page to go to afterwards. */
    @FunctionalInterface
    private interface Work {
        PageAnswer answer(PageRequest request);
    }

    Map<String, Page> table() {
        Map<String, Page> table = new LinkedHashMap<>();
        table.put("/web/database/selector", request -> show(request, false, ""));
        table.put("/web/database/manager", request -> show(request, true, ""));
        table.put("/web/database/create", form("Database creation error: ", this::create));
        table.put("/web/database/duplicate", form("Database duplication error: ", this::duplicate));
        table.put("/web/database/drop", form("Database deletion error: ", this::drop));
        table.put("/web/database/backup", form("Database backup error: ", this::backup));
        table.put("/web/database/restore", form("Database restore error: ", this::restore));
        table.put("/web/database/change_password", form("Master password update error: ", this::changePassword));
        return table;
    }

    private PageAnswer show(PageRequest request, boolean manages, String error) {
        DatabasesView view = new DatabasesView(
                forms.plainFrame(),
                service.choice(request.host()),
                open,
                manages && service.isManaged(),
                service.isManaged(),
                service.catalogue().languages(),
                service.catalogue().countries(),
                error);
        return PageAnswer.page(forms.render("databases", view));
    }

    private Page form(String complaint, Work work) {
        return request -> {
            if (!request.isPost()) {
                return PageAnswer.page(
                        405, forms.render("error", new ErrorView(forms.plainFrame(), "Method Not Allowed", "")));
            }
            if (!service.isManaged()) {
                return PageAnswer.page(
                        403, forms.render("error", new ErrorView(forms.plainFrame(), "Forbidden", "Access Denied")));
            }
            try {
                return work.answer(request);
            } catch (OdooError error) {
                return show(request, true, complaint + error.getMessage());
            }
        };
    }

    private PageAnswer create(PageRequest request) {
        service.requireMasterPassword(request.field("master_pwd"));
        NewDatabase asked = new NewDatabase(
                request.field("name"),
                !request.field("demo").isEmpty(),
                request.field("lang").isEmpty() ? "en_US" : request.field("lang"),
                request.field("login"),
                request.field("password"),
                Optional.of(request.field("country_code")),
                Optional.of(request.field("phone")));
        service.operations().create(asked, request.visit().origin());
        return PageAnswer.redirect(home);
    }

    private PageAnswer duplicate(PageRequest request) {
        service.requireMasterPassword(request.field("master_pwd"));
        service.operations().duplicate(request.field("name"), request.field("new_name"));
        return manager();
    }

    private PageAnswer drop(PageRequest request) {
        service.requireMasterPassword(request.field("master_pwd"));
        service.operations().drop(request.field("name"));
        return manager();
    }

    private PageAnswer backup(PageRequest request) {
        service.requireMasterPassword(request.field("master_pwd"));
        String name = request.field("name");
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        service.operations().dump(name, zip);
        String stamp = STAMP.format(clock.instant().atOffset(ZoneOffset.UTC));
        return PageAnswer.download(
                "application/octet-stream; charset=binary", name + "_" + stamp + ".zip", zip.toByteArray());
    }

    private PageAnswer restore(PageRequest request) {
        service.requireMasterPassword(request.field("master_pwd"));
        byte[] file = request.files().stream().findFirst().map(Upload::content).orElse(new byte[0]);
        Restored origin =
                request.field("copy").isEmpty() || request.field("copy").equals("false")
                        ? Restored.AS_MOVED
                        : Restored.AS_COPY;
        service.operations().restore(request.field("name"), file, origin);
        return manager();
    }

    private PageAnswer changePassword(PageRequest request) {
        service.changeMasterPassword(request.field("master_pwd"), request.field("master_pwd_new"));
        return manager();
    }

    private static PageAnswer manager() {
        return PageAnswer.redirect("/web/database/manager");
    }
}
