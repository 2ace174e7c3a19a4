package dev.sandoo.server.addons.product;

import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.error.ValidationError;
import dev.sandoo.server.orm.Constraint;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A barcode stands for one product. Only where the version has a text for it; others leave it to PostgreSQL. */
final class BarcodeCheck implements Constraint {
    @Override
    public void check(Records products) {
        if (!products.env().version().has("product.barcodes.checked")) {
            return;
        }
        List<String> taken = new ArrayList<>();
        for (Records product : products) {
            String barcode = product.text("barcode");
            if (!barcode.isEmpty()) {
                Records owners = owners(product.env(), barcode);
                if (owners.size() > 1) {
                    taken.add("- Barcode \"" + barcode + "\" already assigned to product(s): " + names(owners));
                }
            }
        }
        if (!taken.isEmpty()) {
            throw new ValidationError(products.env()
                    .version()
                    .message("product.barcode.taken", Map.of("barcodes", String.join("\n", taken))));
        }
    }

    private static Records owners(Environment env, String barcode) {
        Records found = env.with("active_test", false)
                .model(ProductAddon.PRODUCT)
                .search(Condition.term("barcode", Operator.EQUALS, barcode));
        return found.browse(found.ids().stream().sorted().toList());
    }

    /** As English lists: {@code A, B and C}. */
    private static String names(Records owners) {
        List<String> names = new ArrayList<>();
        owners.forEach(owner -> names.add(owner.text("display_name")));
        String last = names.remove(names.size() - 1);
        return String.join(", ", names) + " and " + last;
    }
}
