package org.nnlang.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.Message;
import org.nnlang.text.Nearest;
import org.nnlang.text.Problem;

/**
 * The documents of a folder as pages that belong together: where each page is, and where its links lead.
 *
 * <p>Links to documents lead to their pages. What else they lead to in the folder is copied.
 */
public final class Site {
    /**
     * Where a site comes from and goes.
     *
     * @param folder the folder of the documents
     * @param output the folder of the site
     * @param root the folder that {@code elsewhere} is the address of
     * @param elsewhere where links to files outside the folder lead; null if they are errors
     * @param ending how the names of pages end: {@code .html} or {@code .md}
     */
    public record Plan(Path folder, Path output, Path root, String elsewhere, String ending) {}

    private static final List<String> INDEX = List.of("index", "readme");

    private final Plan plan;
    private final Path folder;
    private final Map<Path, PageOutline> outlines = new LinkedHashMap<>();
    /** The page of each document, by their paths in the folder and in the site. */
    private final Map<Path, Path> pages = new TreeMap<>();
    /** The files to copy. */
    private final Map<Path, Path> copies = new TreeMap<>();

    private final Map<String, Path> taken = new HashMap<>();
    private final Set<Message> problems = new LinkedHashSet<>();
    private SiteContents contents;

    private Site(Plan plan) {
        this.plan = plan;
        this.folder = absolute(plan.folder());
    }

    /** A site of these documents in its folder, with the outlines of those that can be read. */
    static Site of(Plan plan, Map<Path, PageOutline> outlines) {
        Site site = new Site(plan);
        List<Path> documents = new ArrayList<>();
        for (Path document : outlines.keySet()) {
            documents.add(site.folder.relativize(absolute(document)));
        }
        for (Path document : outlines.keySet()) {
            Path inFolder = site.folder.relativize(absolute(document));
            Path page = site.page(inFolder, documents);
            if (site.takes(page, inFolder)) {
                site.pages.put(inFolder, page);
                if (outlines.get(document) != null) {
                    site.outlines.put(inFolder, outlines.get(document));
                }
            }
        }
        site.contents = new SiteContents(site);
        return site;
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    /** What is wrong with the site as a whole; all of it is known when all pages are rendered. */
    public List<Message> problems() {
        return List.copyOf(problems);
    }

    /** The number of pages. */
    public int size() {
        return pages.size();
    }

    /** Takes a name in the site; reports a file that another one has, if only in small and capital letters. */
    private boolean takes(Path page, Path source) {
        Path before = taken.putIfAbsent(page.toString().toLowerCase(Locale.ROOT), source);
        if (before != null && !before.equals(source)) {
            problems.add(Problem.SAME_PAGE.with(text(before), text(source), text(page)));
            return false;
        }
        return true;
    }

    private Path page(Path document, Collection<Path> documents) {
        if (plan.ending().equals(".md")) {
            return document;
        }
        String stem = DocumentFiles.stem(document);
        boolean front = stem.equalsIgnoreCase("readme")
                && documents.stream()
                        .noneMatch(other -> DocumentFiles.stem(other).equals("index") && sameFolder(other, document));
        return document.resolveSibling((front ? "index" : stem) + plan.ending());
    }

    private static boolean sameFolder(Path one, Path other) {
        return parent(one).equals(parent(other));
    }

    /** The folder of a path, empty for the site's own. */
    static Path parent(Path path) {
        return path.getParent() == null ? Path.of("") : path.getParent();
    }

    /** Whether a document is the first of its folder. */
    static boolean isIndex(Path document) {
        return INDEX.contains(DocumentFiles.stem(document).toLowerCase(Locale.ROOT));
    }

    private static String text(Path path) {
        return path.toString().replace('\\', '/');
    }

    /** The outlines, by the documents' paths in the folder. */
    Map<Path, PageOutline> outlines() {
        return outlines;
    }

    Path pageOf(Path inFolder) {
        return pages.get(inFolder);
    }

    /** The part of the site that a document is; null if its page can't be written. */
    public SitePage page(Path document) {
        Path inFolder = folder.relativize(absolute(document));
        return pages.containsKey(inFolder) ? new SitePage(this, inFolder) : null;
    }

    SiteContents contents() {
        return contents;
    }

    /** The file of a page, or of a copy. */
    Path output(Path inSite) {
        return plan.output().resolve(inSite);
    }

    /** The files to copy, by where they go. */
    public Map<Path, Path> copies() {
        Map<Path, Path> files = new TreeMap<>();
        copies.forEach((to, from) -> files.put(plan.output().resolve(to), folder.resolve(from)));
        return files;
    }

    /** An address on a page; null if it leads nowhere, and then the problem is given to {@code faults}. */
    String address(Path document, PageOutline.Reference link, Map<String, byte[]> made, List<Diagnostic> faults) {
        String address = link.address();
        if (!Addresses.isFile(address)) {
            return address;
        }
        int hash = address.indexOf('#');
        String fragment = hash < 0 ? "" : address.substring(hash);
        String before = hash < 0 ? address : address.substring(0, hash);
        int query = before.indexOf('?');
        String path = Addresses.decoded(query < 0 ? before : before.substring(0, query));
        String rest = (query < 0 ? "" : before.substring(query)) + fragment;
        try {
            Path target = path.isEmpty()
                    ? document
                    : path.startsWith("/")
                            ? Path.of(path.replaceFirst("^/+", "")).normalize()
                            : parent(document).resolve(path).normalize();
            return address(document, target, rest, link, made, faults);
        } catch (InvalidPathException odd) {
            return fault(faults, link, Problem.DEAD_LINK.with(path, null));
        }
    }

    private String address(
            Path document,
            Path target,
            String rest,
            PageOutline.Reference link,
            Map<String, byte[]> made,
            List<Diagnostic> faults) {
        if (target.startsWith("..")) {
            return outside(target, rest, link, faults);
        }
        Path page = pages.get(target);
        if (page != null) {
            checkAnchor(target, rest, link, faults);
            return target.equals(document) && rest.startsWith("#") ? rest : relative(document, page) + rest;
        }
        Path file = folder.resolve(target);
        if (Files.isDirectory(file)) {
            Path index = contents.first(target);
            return index == null
                    ? fault(faults, link, Problem.DEAD_LINK.with("document in " + text(target), null))
                    : relative(document, pages.get(index)) + rest;
        }
        boolean drawn = made.containsKey(parent(document).relativize(target).toString());
        if (!drawn && !Files.isRegularFile(file)) {
            boolean there = Files.exists(plan.output().resolve(target));
            return there
                    ? relative(document, target) + rest
                    : fault(faults, link, Problem.DEAD_LINK.with(text(target), near(document, target)));
        }
        if (!drawn && !isWithin(file)) {
            return fault(faults, link, Problem.LINK_LEADS_OUT.with(text(target), "it is a link that leads out of it"));
        }
        if (takes(target, target) && !drawn) {
            copies.put(target, target);
        }
        return relative(document, target) + rest;
    }

    private String outside(Path target, String rest, PageOutline.Reference link, List<Diagnostic> faults) {
        Path file = folder.resolve(target).normalize();
        if (!Files.exists(file)) {
            return fault(faults, link, Problem.DEAD_LINK.with(text(target), null));
        }
        Path root = plan.root() == null ? null : absolute(plan.root());
        if (link.isPicture() && root != null && file.startsWith(root)) {
            return null; // it is a part of the page
        }
        if (plan.elsewhere() != null && root != null && file.startsWith(root)) {
            return plan.elsewhere().replaceFirst("/+$", "") + "/" + Addresses.of(root.relativize(file)) + rest;
        }
        return fault(
                faults,
                link,
                Problem.LINK_LEADS_OUT.with(
                        text(target),
                        "render a folder that has both, or say where it is: --root FOLDER --elsewhere URL"));
    }

    private boolean isWithin(Path file) {
        try {
            return file.toRealPath().startsWith(folder.toRealPath());
        } catch (IOException unreadable) {
            return false;
        }
    }

    private void checkAnchor(Path target, String rest, PageOutline.Reference link, List<Diagnostic> faults) {
        PageOutline outline = outlines.get(target);
        int hash = rest.indexOf('#');
        String anchor = hash < 0 ? "" : Addresses.decoded(rest.substring(hash + 1));
        if (outline != null && !anchor.isEmpty() && !outline.anchors().contains(anchor)) {
            String near = Nearest.to(anchor, outline.anchors());
            fault(faults, link, Problem.DEAD_ANCHOR.with(text(target), anchor, near));
        }
    }

    /** A document whose name the author probably meant, as it would be written in the link. */
    private String near(Path document, Path target) {
        List<String> names = pages.keySet().stream().map(page -> text(page)).toList();
        String near = Nearest.to(text(target), names);
        return near == null ? null : text(parent(document).relativize(Path.of(near)));
    }

    private static String fault(List<Diagnostic> faults, PageOutline.Reference link, Message problem) {
        faults.add(Diagnostic.error(link.place(), problem));
        return null;
    }

    /** The address of a page on another one, or of a file. */
    String relative(Path document, Path inSite) {
        return Addresses.of(parent(pages.get(document)).relativize(inSite));
    }
}
