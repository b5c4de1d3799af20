package org.nnlang.documents;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.nnlang.text.Html;

/**
 * The contents of a site. In each folder, its index comes first; then the pages with an {@code order} in their front matter; then
 * those that the index links to, in the order of its links; then the others by name. Folders count like their index.
 */
final class SiteContents {
    /** A page, or a folder with its entries. */
    private final class Entry {
        /** The page, or the folder's first one. */
        private Path document;

        private final List<Entry> entries = new ArrayList<>();
        private final Path path;

        Entry(Path path) {
            this.path = path;
        }

        boolean isFolder() {
            return !entries.isEmpty();
        }

        String title() {
            boolean named = !isFolder()
                    || Site.isIndex(document) && Site.parent(document).equals(path);
            return named ? site.outlines().get(document).title() : String.valueOf(path.getFileName());
        }
    }

    private final Site site;
    private final Entry top = new Entry(Path.of(""));
    private final Map<Path, Entry> folders = new TreeMap<>();
    /** The documents from the first to the last. */
    private final List<Path> sequence = new ArrayList<>();

    private final Map<Path, Integer> positions = new HashMap<>();

    SiteContents(Site site) {
        this.site = site;
        folders.put(top.path, top);
        for (Path document : site.outlines().keySet()) {
            Entry page = new Entry(document);
            page.document = document;
            folder(Site.parent(document)).entries.add(page);
        }
        arrange(top);
        for (Path document : sequence) {
            positions.put(document, positions.size());
        }
    }

    private Entry folder(Path path) {
        Entry known = folders.get(path);
        if (known != null) {
            return known;
        }
        Entry folder = new Entry(path);
        folders.put(path, folder);
        folder(Site.parent(path)).entries.add(folder);
        return folder;
    }

    private void arrange(Entry folder) {
        Entry index = index(folder);
        Map<Path, Integer> linked = index == null ? Map.of() : links(index.document);
        folder.entries.sort(Comparator.comparing((Entry entry) -> entry != index)
                .thenComparingDouble(entry -> order(entry))
                .thenComparingInt(entry -> linked(entry, linked))
                .thenComparing(entry -> entry.path.getFileName().toString().toLowerCase(Locale.ROOT))
                .thenComparing(entry -> entry.path));
        for (Entry entry : folder.entries) {
            if (entry.isFolder()) {
                arrange(entry);
            } else {
                sequence.add(entry.document);
            }
        }
        folder.document = folder.entries.isEmpty() ? null : folder.entries.getFirst().document;
    }

    /** The place of the index's first link to each document. */
    private Map<Path, Integer> links(Path index) {
        Map<Path, Integer> links = new HashMap<>();
        for (PageOutline.Reference link : site.outlines().get(index).links()) {
            String path = link.address().replaceFirst("[?#].*", "");
            if (Addresses.isFile(path) && !path.isEmpty() && path.indexOf('\0') < 0) {
                Path target =
                        Site.parent(index).resolve(Addresses.decoded(path)).normalize();
                links.putIfAbsent(target, links.size());
            }
        }
        return links;
    }

    private double order(Entry entry) {
        Entry page = entry.isFolder() ? index(entry) : entry;
        double order =
                page == null ? Double.NaN : site.outlines().get(page.document).order();
        return Double.isNaN(order) ? Double.POSITIVE_INFINITY : order;
    }

    /** A folder's index; a README only if there is no other. */
    private static Entry index(Entry folder) {
        return folder.entries.stream()
                .filter(entry -> !entry.isFolder() && Site.isIndex(entry.document))
                .min(Comparator.comparing(
                        entry -> DocumentFiles.stem(entry.document).toLowerCase(Locale.ROOT))) // "index", "readme"
                .orElse(null);
    }

    private static int linked(Entry entry, Map<Path, Integer> links) {
        return links.entrySet().stream()
                .filter(link -> link.getKey().startsWith(entry.path))
                .mapToInt(Map.Entry::getValue)
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    /** The first document of a folder; null if there is none. */
    Path first(Path path) {
        Entry folder = folders.get(path);
        return folder == null ? null : folder.document;
    }

    /** The contents as a page shows them: with the entries of the folders that it is in. */
    String html(Path document) {
        StringBuilder html = new StringBuilder("<nav id=\"nn-contents\" aria-label=\"Contents\">\n");
        list(top, document, html);
        return html.append("</nav>\n").toString();
    }

    private void list(Entry folder, Path document, StringBuilder html) {
        html.append("<ul>\n");
        for (Entry entry : folder.entries) {
            boolean own = entry.isFolder() && document.startsWith(entry.path);
            boolean current = entry.document.equals(document) && (!own || Site.isIndex(document));
            html.append("<li>");
            link(
                    entry.document,
                    document,
                    entry.title(),
                    current && !entry.isFolder() ? " aria-current=\"page\"" : "",
                    html);
            if (own) {
                html.append('\n');
                list(entry, document, html);
            }
            html.append("</li>\n");
        }
        html.append("</ul>\n");
    }

    private void link(Path to, Path from, String words, String attributes, StringBuilder html) {
        html.append("<a href=\"")
                .append(Html.escaped(site.relative(from, site.pageOf(to))))
                .append('"');
        html.append(attributes).append('>').append(Html.escaped(words)).append("</a>");
    }

    String steps(Path document) {
        Integer position = positions.get(document);
        if (position == null || sequence.size() == 1) {
            return "";
        }
        StringBuilder html = new StringBuilder("<nav class=\"nn-steps\" aria-label=\"Neighbouring pages\">\n");
        if (position > 0) {
            step(sequence.get(position - 1), document, "← ", " rel=\"prev\"", html);
        }
        if (position + 1 < sequence.size()) {
            step(sequence.get(position + 1), document, "", " rel=\"next\"", html);
        }
        return html.append("</nav>\n").toString();
    }

    private void step(Path to, Path from, String before, String attributes, StringBuilder html) {
        String title = site.outlines().get(to).title();
        link(to, from, before.isEmpty() ? title + " →" : before + title, attributes, html);
        html.append('\n');
    }
}
