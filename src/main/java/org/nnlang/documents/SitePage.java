package org.nnlang.documents;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.Source;
import org.nnlang.text.Span;

/** A document as a page of a site. */
public final class SitePage {
    private final Site site;
    private final Path document;
    /** The pictures that the page's scripts make, and that it shows. */
    private final Map<Path, byte[]> drawings = new TreeMap<>();

    /** The page of a document, by its path in the site's folder. */
    SitePage(Site site, Path document) {
        this.site = site;
        this.document = document;
    }

    /** The file to write. */
    public Path file() {
        return site.output(site.pageOf(document));
    }

    /** The address on this page of a file in the site. */
    public String address(Path file) {
        return site.relative(document, site.output(Path.of("")).relativize(file));
    }

    /** The address of a link; null if it leads nowhere. */
    String link(String address) {
        Span nowhere = new Span(new Source("", ""), 0, 0);
        PageOutline.Reference link = new PageOutline.Reference(nowhere, address, false);
        return site.address(document, link, Map.of(), new ArrayList<>());
    }

    /** The address of a picture in the site, or that a script makes; null if it is elsewhere. */
    String picture(String address, Map<String, byte[]> made) {
        Span nowhere = new Span(new Source("", ""), 0, 0);
        PageOutline.Reference link = new PageOutline.Reference(nowhere, address, true);
        String found = Addresses.isFile(address) ? site.address(document, link, made, new ArrayList<>()) : null;
        Path target = Site.parent(document).resolve(Addresses.decoded(address)).normalize();
        byte[] drawing = made.get(Site.parent(document).relativize(target).toString());
        if (found != null && drawing != null) {
            drawings.put(site.output(target), drawing);
        }
        return found;
    }

    /** The pictures to write, by where they go. */
    public Map<Path, byte[]> drawings() {
        return drawings;
    }

    /** The address of a link out of the site's folder; null for others, which are right as they are written. */
    String elsewhere(String address) {
        String found = link(address);
        return found != null && Addresses.isFile(address) && !Addresses.isFile(found) ? found : null;
    }

    /** What is wrong with the page's links, apart from pictures that its scripts make. */
    List<Diagnostic> faults(Map<String, byte[]> made) {
        PageOutline outline = site.outlines().get(document);
        if (outline == null) {
            return List.of();
        }
        List<Diagnostic> faults = new ArrayList<>(outline.problems());
        outline.links().forEach(link -> site.address(document, link, made, faults));
        return faults;
    }

    /** The list of all pages. */
    String contents() {
        return site.contents().html(document);
    }

    /** The links to the page before and the page after. */
    String steps() {
        return site.contents().steps(document);
    }
}
