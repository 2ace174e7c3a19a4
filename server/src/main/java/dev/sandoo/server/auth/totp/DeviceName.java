package dev.sandoo.server.auth.totp;

import java.util.LinkedHashMap;
import java.util.Map;

/** What people call the browser they sit at: {@code Chrome on Linux}. */
final class DeviceName {
    private static final String UNKNOWN = "Unknown";

    /** What tells a browser; the first that is found counts, since most claim to be others as well. */
    private static final Map<String, String> BROWSERS =
            ordered("Edg/", "Edge", "OPR/", "Opera", "Firefox/", "Firefox", "Chrome/", "Chrome", "Safari/", "Safari");

    private static final Map<String, String> PLATFORMS = ordered(
            "Android",
            "Android",
            "iPhone",
            "Iphone",
            "iPad",
            "Ipad",
            "Windows",
            "Windows",
            "Macintosh",
            "Macos",
            "CrOS",
            "Chromeos",
            "Linux",
            "Linux");

    private DeviceName() {}

    static String of(String userAgent) {
        return found(BROWSERS, userAgent) + " on " + found(PLATFORMS, userAgent);
    }

    private static String found(Map<String, String> names, String userAgent) {
        return names.entrySet().stream()
                .filter(name -> userAgent.contains(name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(UNKNOWN);
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> names = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            names.put(pairs[i], pairs[i + 1]);
        }
        return names;
    }
}
