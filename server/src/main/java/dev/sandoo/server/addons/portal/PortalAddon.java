package dev.sandoo.server.addons.portal;

import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Arguments;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Records;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Addresses of documents in the portal; the pages themselves are not emulated. Source: asked of 19.0. */
public final class PortalAddon implements Addon {
    private static final Map<String, String> PLACES = Map.of(
            "sale.order", "/my/orders/",
            "purchase.order", "/my/purchase/",
            "account.move", "/my/invoices/");

    private static final List<String> SHARED =
            List.of("sale.order", "purchase.order", "account.move", "project.task", "project.project");

    @Override
    public void register(Behaviours.Builder behaviours) {
        PLACES.forEach((model, place) -> behaviours
                .compute(
                        model,
                        "access_url",
                        (records, results) -> records.ids().forEach(id -> results.set(id, "access_url", place + id)))
                .method(model, "get_portal_url", PortalAddon::url));
        for (String model : SHARED) {
            behaviours.compute(
                    model,
                    "access_warning",
                    (records, results) -> records.ids().forEach(id -> results.set(id, "access_warning", "")));
        }
        behaviours.compute("project.task", "access_url", (tasks, results) -> {
            String place = tasks.env().version().has("portal.tasks-in-plural") ? "/my/tasks/" : "/my/task/";
            tasks.ids().forEach(id -> results.set(id, "access_url", place + id));
        });
        for (String name : new String[] {"action_preview_sale_order", "preview_sale_order"}) {
            behaviours.method("sale.order", name, PortalAddon::preview);
        }
        behaviours.method("account.move", "preview_invoice", PortalAddon::preview);
    }

    private static Object preview(Records record, Arguments arguments) {
        Map<String, Object> action = new LinkedHashMap<>();
        action.put("type", "ir.actions.act_url");
        action.put("target", "self");
        action.put("url", address(record, ""));
        return action;
    }

    private static Object url(Records record, Arguments arguments) {
        StringBuilder url =
                new StringBuilder(address(record, arguments.text("suffix").orElse("")));
        arguments
                .text("report_type")
                .ifPresent(type -> url.append("&report_type=").append(encoded(type)));
        url.append(arguments.isTrue("download") ? "&download=true" : "");
        url.append(arguments.text("query_string").orElse(""));
        arguments.text("anchor").ifPresent(anchor -> url.append('#').append(anchor));
        return url.toString();
    }

    private static String address(Records record, String suffix) {
        record.requireReadable();
        return record.text("access_url") + suffix + "?access_token=" + token(record);
    }

    /** The record's own secret, made when it is first asked for. */
    private static String token(Records record) {
        record.id();
        if (record.text("access_token").isEmpty()) {
            record.sudo().writeQuietly(Map.of("access_token", UUID.randomUUID().toString()));
        }
        return record.sudo().text("access_token");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
