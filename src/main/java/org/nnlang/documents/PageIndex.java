package org.nnlang.documents;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** The headings and the fenced blocks of a page in reading order; footnotes are rendered in another. */
final class PageIndex {
    private final Map<Node, String> anchors = new IdentityHashMap<>();
    private final Map<Node, Integer> fences = new IdentityHashMap<>();
    private final List<Heading> headings = new ArrayList<>();

    static PageIndex of(Node tree) {
        PageIndex index = new PageIndex();
        Headings names = new Headings();
        tree.accept(new AbstractVisitor() {
            @Override
            public void visit(FencedCodeBlock block) {
                index.fences.put(block, index.fences.size());
            }

            @Override
            public void visit(Heading heading) {
                index.headings.add(heading);
                index.anchors.put(heading, names.anchor(text(heading)));
            }
        });
        return index;
    }

    /** The anchor of a heading. */
    String anchor(Heading heading) {
        return anchors.get(heading);
    }

    /** The number of a fenced block, from 0. */
    int fence(FencedCodeBlock block) {
        return fences.get(block);
    }

    List<Heading> headings() {
        return headings;
    }

    /** The text of a node without its markup. */
    static String text(Node node) {
        StringBuilder text = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text part) {
                text.append(part.getLiteral());
            }

            @Override
            public void visit(Code part) {
                text.append(part.getLiteral());
            }

            @Override
            public void visit(CustomNode part) {
                if (part instanceof Formula.Inline formula) {
                    text.append(formula.formula().tex());
                } else {
                    visitChildren(part);
                }
            }
        });
        return text.toString();
    }
}
