package org.nnlang.documents;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Addresses of files in links: relative, with slashes, and with percent signs before codes of characters. */
final class Addresses {
    private static final String UNRESERVED = "-._~/()!*+,;=@&'";

    private Addresses() {}

    /** The path in a link; the link's as it is written if its codes are wrong. */
    static String decoded(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException wrong) {
            return path;
        }
    }

    /** The address of a relative path. */
    static String of(Path path) {
        StringBuilder address = new StringBuilder();
        for (byte b : path.toString().replace('\\', '/').getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0);
            if (plain) {
                address.append(c);
            } else {
                address.append('%')
                        .append(Character.toUpperCase(Character.forDigit(c >> 4, 16)))
                        .append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
            }
        }
        return address.toString();
    }

    /** Whether an address names a file of the site: it has neither a scheme nor a host. */
    static boolean isFile(String address) {
        int end = 0;
        while (end < address.length() && ":/?#".indexOf(address.charAt(end)) < 0) {
            end++;
        }
        boolean scheme = end < address.length() && address.charAt(end) == ':';
        return !scheme && !address.startsWith("//");
    }
}
