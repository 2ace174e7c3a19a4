package dev.sandoo.server.addons.base;

import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.ModelHooks;
import dev.sandoo.server.orm.Records;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A partner's or a lead's website: an address without a scheme gets one. Source: answers of 19.0 and 14.0 over XML-RPC. */
public final class WebsiteAddress implements ModelHooks {
    private static final String WEBSITE = "website";
    private static final Pattern SCHEME = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:.*", Pattern.DOTALL);

    @Override
    public void beforeCreate(Environment env, List<Map<String, Object>> values) {
        values.forEach(WebsiteAddress::complete);
    }

    @Override
    public void beforeWrite(Records partners, Map<String, Object> values) {
        complete(values);
    }

    private static void complete(Map<String, Object> values) {
        if (values.get(WEBSITE) instanceof String address && !address.isEmpty()) {
            values.put(WEBSITE, completed(address));
        }
    }

    static String completed(String address) {
        if (SCHEME.matcher(address).matches()) {
            return address;
        }
        boolean hasPath = !address.startsWith("//") && !address.startsWith("#") && !address.startsWith("?");
        return (hasPath ? "http://" : "http:") + address;
    }
}
