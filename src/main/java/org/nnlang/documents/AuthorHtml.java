package org.nnlang.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nnlang.text.Html;

/**
 * The HTML and the addresses that an author wrote into a page. By default, tags appear as text, comments disappear, and only
 * web and mail addresses become links.
 *
 * <p>Inline values pass through Markdown as tags of nn's own, and become HTML here.
 */
final class AuthorHtml {
    private static final Pattern PARTS =
            Pattern.compile("<nn-value-([0-9]{1,9})>|(</nn-value>)|<!--.*?-->", Pattern.DOTALL);
    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto");
    private static final int VALUE = 1;
    private static final int VALUE_END = 2;

    private final boolean allowed;
    /** The attributes of each value's element. */
    private final List<String> values = new ArrayList<>();

    /** Handles a page's HTML; passes it on unchanged if that is allowed. */
    AuthorHtml(boolean allowed) {
        this.allowed = allowed;
    }

    boolean isAllowed() {
        return allowed;
    }

    /** The tag before a value in the Markdown; its element in the page has these attributes. */
    String beforeValue(String attributes) {
        values.add(attributes);
        return "<nn-value-" + (values.size() - 1) + ">";
    }

    String afterValue() {
        return "</nn-value>";
    }

    /** Renders a piece of the author's HTML for the page. */
    String of(String literal) {
        StringBuilder html = new StringBuilder();
        Matcher part = PARTS.matcher(literal);
        int at = 0;
        while (part.find()) {
            html.append(text(literal.substring(at, part.start())));
            html.append(part(part));
            at = part.end();
        }
        return html.append(text(literal.substring(at))).toString();
    }

    private String part(Matcher part) {
        if (part.group(VALUE) != null) {
            int number = Integer.parseInt(part.group(VALUE));
            return number < values.size() ? "<span class=\"nn-value\" " + values.get(number) + ">" : text(part.group());
        }
        return part.group(VALUE_END) != null ? "</span>" : allowed ? part.group() : "";
    }

    private String text(String html) {
        return allowed ? html : Html.escaped(html);
    }

    /** An address to link to; null if links may not lead there. */
    String address(String written) {
        String address = written.strip();
        int scheme = 0;
        while (scheme < address.length() && ":/?#".indexOf(address.charAt(scheme)) < 0) {
            scheme++;
        }
        boolean relative = scheme == address.length() || address.charAt(scheme) != ':';
        return allowed
                        || relative
                        || SCHEMES.contains(address.substring(0, scheme).toLowerCase(Locale.ROOT))
                ? address
                : null;
    }
}
