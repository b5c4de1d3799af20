package org.nnlang.documents;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Parses Markdown, as GitHub reads it: with tables, footnotes, task lists, strikethrough and formulas. */
final class Markdown {
    /** What also renders the nodes; nn does that itself for formulas. */
    static final List<Extension> EXTENSIONS = List.of(
            TablesExtension.create(),
            FootnotesExtension.create(),
            TaskListItemsExtension.create(),
            StrikethroughExtension.create());

    private static final Parser PARSER = Parser.builder()
            .extensions(all())
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();

    private Markdown() {}

    private static List<Extension> all() {
        List<Extension> all = new ArrayList<>(EXTENSIONS);
        all.add(new FormulaSyntax());
        return all;
    }

    /** Parses a page into nodes that know their positions. */
    static Node parse(String text) {
        Node tree = PARSER.parse(text);
        tree.accept(new CellCounter());
        return tree;
    }

    /** Limits the cells of tables: a page of some kilobytes can ask for millions. */
    private static final class CellCounter extends AbstractVisitor {
        private static final int MOST = 200_000;

        private int cells;

        @Override
        public void visit(CustomNode node) {
            if (node instanceof TableCell && ++cells > MOST) {
                throw new TooLarge();
            }
            visitChildren(node);
        }
    }

    /** Thrown when a page has too many cells in tables. */
    static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooLarge() {
            super(null, null, false, false);
        }
    }
}
