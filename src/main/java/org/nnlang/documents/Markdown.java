package org.nnlang.documents;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Parses Markdown; nothing else does. */
final class Markdown {
    static final List<Extension> TABLES = List.of(TablesExtension.create());

    private static final Parser PLACES = Parser.builder()
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();

    private static final Parser PAGES = Parser.builder().extensions(TABLES).build();

    private Markdown() {}

    /** Parses a page into nodes that know their positions. */
    static Node withPlaces(String text) {
        return tree(PLACES, text);
    }

    /** Parses a page for rendering, with its tables. */
    static Node withTables(String text) {
        return tree(PAGES, text);
    }

    private static Node tree(Parser parser, String text) {
        try {
            return parser.parse(text);
        } catch (IllegalArgumentException limit) {
            throw new TooLarge();
        }
    }

    /** Thrown when a page exceeds a limit of the parser, such as the cells in a table. */
    static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooLarge() {
            super(null, null, false, false);
        }
    }
}
