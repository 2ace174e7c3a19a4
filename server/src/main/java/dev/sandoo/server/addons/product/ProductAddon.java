package dev.sandoo.server.addons.product;

import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Arguments;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.GenericMethods;
import dev.sandoo.server.orm.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The index of what products and their kin do. */
public final class ProductAddon implements Addon {
    static final String TEMPLATE = "product.template";
    static final String PRODUCT = "product.product";
    static final String CATEGORY = "product.category";

    @Override
    public void register(Behaviours.Builder behaviours) {
        names(behaviours);
        new VariantFields().register(behaviours);
        new ProductPrices().register(behaviours);
        new ProductKinds().register(behaviours);
        new ProductImages().register(behaviours);
        new ProductLabels().register(behaviours);
        new Categories().register(behaviours);
        new PricelistItems().register(behaviours);
        new PricelistChains().register(behaviours);
        behaviours
                .hooks(PRODUCT, new VariantHooks())
                .hooks(TEMPLATE, new TemplateHooks())
                .method(PRODUCT, "copy", ProductAddon::copy)
                .hooks("product.template.attribute.line", new AttributeLineHooks())
                .computeEach(
                        "product.template.attribute.line",
                        "value_count",
                        List.of("value_ids"),
                        ProductAddon::valueCount)
                .computeEach(
                        PRODUCT,
                        "combination_indices",
                        List.of("product_template_attribute_value_ids"),
                        ProductAddon::combinationIndices)
                .constraint(PRODUCT, List.of("barcode"), new BarcodeCheck());
    }

    private static void names(Behaviours.Builder behaviours) {
        behaviours
                .compute(PRODUCT, "display_name", ProductNames::products)
                .compute(TEMPLATE, "display_name", ProductNames::templates)
                .compute("product.pricelist", "display_name", ProductNames::pricelists)
                .compute("product.attribute.value", "display_name", ProductNames::attributeValues)
                .compute("product.template.attribute.value", "display_name", ProductNames::attributeValues)
                .search(PRODUCT, "display_name", ProductSearch::byName)
                .search(TEMPLATE, "display_name", ProductSearch::templatesByName);
    }

    /** A variant follows from its template, so that is what is copied; the answer is the copy's first variant. */
    private static Object copy(Records products, Arguments arguments) {
        List<Integer> copies = new ArrayList<>();
        for (Records product : products) {
            Records template = product.records("product_tmpl_id");
            Object copied = GenericMethods.copy(template, arguments);
            int id = copied instanceof List<?> ids ? (Integer) ids.get(0) : (Integer) copied;
            Records variants = products.env().record(TEMPLATE, id).records("product_variant_ids");
            if (variants.isEmpty()) {
                variants = products.browse(List.of()).create(Map.of("product_tmpl_id", id));
            }
            copies.add(variants.ids().get(0));
        }
        return products.env().version().has("copy.many") || copies.size() != 1 ? copies : copies.get(0);
    }

    private static Object valueCount(Records line) {
        return line.records("value_ids").size();
    }

    private static Object combinationIndices(Records product) {
        List<String> ids = product.records("product_template_attribute_value_ids").ids().stream()
                .sorted()
                .map(String::valueOf)
                .toList();
        return String.join(",", ids);
    }
}
