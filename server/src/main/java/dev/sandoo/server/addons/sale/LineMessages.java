package dev.sandoo.server.addons.sale;

import dev.sandoo.server.addons.mail.MessagePost;
import dev.sandoo.server.field.PythonValues;
import dev.sandoo.server.orm.ModelHooks;
import dev.sandoo.server.orm.Records;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Entities;

/** What confirmed orders say of lines that are added to them and of quantities that change. Source: asked of 19.0 and 14.0. */
final class LineMessages implements ModelHooks {
    @Override
    public void afterCreate(Records lines, List<Map<String, Object>> values) {
        for (Records line : lines.filter(LineMessages::isTold)) {
            String text = line.env().version().message("sale.line.added", Map.of("product", product(line)));
            MessagePost.leave(line.records("order_id"), text);
        }
    }

    @Override
    public void beforeWrite(Records lines, Map<String, Object> values) {
        if (!(values.get("product_uom_qty") instanceof Number quantity)) {
            return;
        }
        Records changing =
                lines.filter(line -> isTold(line) && line.number("product_uom_qty") != quantity.doubleValue());
        for (Records order : changing.records("order_id")) {
            String told = told(changing.filter(line -> line.integer("order_id") == order.id()), quantity);
            MessagePost.leave(order, "<b>The ordered quantity has been updated.</b><ul>" + told + "</ul>");
        }
    }

    private static String told(Records lines, Number quantity) {
        StringBuilder told = new StringBuilder();
        lines.forEach(line -> told.append(item(line, quantity)));
        return told.toString();
    }

    private static boolean isTold(Records line) {
        return "sale".equals(line.get("order_id.state")) && line.integer("product_id") != 0;
    }

    private static String item(Records line, Number quantity) {
        String delivered = "service".equals(line.get("product_id.type"))
                ? ""
                : "Delivered Quantity: " + PythonValues.str(line.number("qty_delivered")) + "<br>";
        return "<li> " + product(line) + ": <br>Ordered Quantity: " + PythonValues.str(line.number("product_uom_qty"))
                + " -&gt; " + PythonValues.str(quantity) + "<br>" + delivered + "Invoiced Quantity: "
                + PythonValues.str(line.number("qty_invoiced")) + "<br></li>";
    }

    private static String product(Records line) {
        return Entities.escape(line.records("product_id").text("display_name"));
    }
}
