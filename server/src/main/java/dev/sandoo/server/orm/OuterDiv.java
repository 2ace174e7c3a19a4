package dev.sandoo.server.orm;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Html as the earlier version keeps it: without a plain element around it all. Source: answers of 14.0 over XML-RPC. */
final class OuterDiv {
    private static final Pattern OUTER = Pattern.compile("<div>(.*)</div>\\s*", Pattern.DOTALL);

    private OuterDiv() {}

    /** Cleaned html without its outer {@code div}, and with hard spaces as they are. */
    static String dropped(String html) {
        Matcher outer = OUTER.matcher(html);
        String inner = outer.matches() && isOne(outer.group(1)) ? outer.group(1) : html;
        return inner.replace("&nbsp;", "\u00a0");
    }

    /** Whether what stands between the first opening and the last closing tag is the content of one element. */
    private static boolean isOne(String content) {
        int depth = 0;
        Matcher tags = Pattern.compile("</?div\\b[^>]*>").matcher(content);
        while (tags.find()) {
            depth += tags.group().startsWith("</") ? -1 : 1;
            if (depth < 0) {
                return false;
            }
        }
        return depth == 0;
    }
}
