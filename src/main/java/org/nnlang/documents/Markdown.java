package org.nnlang.documents;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** The one place where Markdown is parsed. */
final class Markdown {
    static final List<Extension> TABLES = List.of(TablesExtension.create());

    private static final Parser PLACES = Parser.builder()
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();

    private static final Parser PAGES = Parser.builder().extensions(TABLES).build();

    private Markdown() {}

    /** A page whose nodes know their places. */
    static Node withPlaces(String text) {
        return tree(PLACES, text);
    }

    /** A page to be drawn, with its tables. */
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

    /** The parser has a limit that a page exceeds, as that of a table's cells. */
    static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooLarge() {
            super(null, null, false, false);
        }
    }
}
