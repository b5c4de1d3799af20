package org.nnlang.documents;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.Problem;
import org.nnlang.text.Source;
import org.nnlang.text.Span;

/**
 * Finds the blocks and the values of a Markdown page, or of a LaTeX document, whose name ends in {@code .tex}, and checks a
 * page's formulas.
 */
final class PageReader {
    private final Source source;
    private final List<Fence> fences = new ArrayList<>();
    private final List<Span> code = new ArrayList<>();
    private final List<Diagnostic> problems = new ArrayList<>();

    private PageReader(Source source) {
        this.source = source;
    }

    /** Reads a page; its text has no byte order mark. */
    static Page read(Source source) {
        return new PageReader(source).read();
    }

    private Page read() {
        List<PageItem> values = isTex(source.name()) ? ofTex() : ofMarkdown();
        List<PageItem> parts = new ArrayList<>(blocks());
        parts.addAll(values);
        parts.sort(Comparator.comparingInt(PageReader::start));
        problems.sort(Comparator.comparingInt(problem -> problem.span().start()));
        return new Page(source, List.copyOf(fences), List.copyOf(parts), List.copyOf(problems));
    }

    static boolean isTex(String name) {
        return name.endsWith(".tex");
    }

    private List<PageItem> ofMarkdown() {
        String text = FrontMatter.of(source.text()).blanked(source.text());
        Node tree = Markdown.parse(text);
        tree.accept(new Finder());
        List<PageItem> values = new ValueScanner(source, code, problems).values();
        if (!values.isEmpty()) { // a comment at the beginning of a line would make HTML of what follows
            tree = Markdown.parse(ValueScanner.masked(text, values));
            fences.clear();
            code.clear();
            tree.accept(new Finder());
            values = values.stream().filter(value -> !isInCode(start(value))).toList();
        }
        tree.accept(new FormulaFinder());
        return values;
    }

    private boolean isInCode(int offset) {
        return code.stream().anyMatch(span -> span.start() <= offset && offset < span.end());
    }

    private List<PageItem> ofTex() {
        TexReader tex = new TexReader(source, problems);
        tex.read();
        fences.addAll(tex.fences());
        return tex.values();
    }

    static int start(PageItem part) {
        return switch (part) {
            case PageItem.Block block -> block.script().start();
            case PageItem.InlineValue value -> value.asked().start();
            case PageItem.Explanation explained -> explained.asked().start();
        };
    }

    /** The script blocks, each with its output block: the next block, if it is an output. */
    private List<PageItem.Block> blocks() {
        List<PageItem.Block> blocks = new ArrayList<>();
        Map<String, Fence> names = new HashMap<>();
        boolean foreign = false;
        for (int i = 0; i < fences.size(); i++) {
            Fence fence = fences.get(i);
            if (!fence.closed()) {
                problems.add(unclosed(fence));
            } else if (fence.is("nn")) {
                boolean answered = i + 1 < fences.size()
                        && fences.get(i + 1).is("output")
                        && fences.get(i + 1).closed();
                BlockWords words = BlockWords.of(fence, problems);
                named(words, fence, names);
                blocks.add(new PageItem.Block(fence, words, answered ? fences.get(++i) : null));
                foreign = false;
            } else if (!fence.is("output")) {
                foreign = true; // an output after it may belong to another language
            } else if (!foreign) {
                problems.add(Diagnostic.error(fence.opening(), Problem.STRAY_OUTPUT));
            }
        }
        return blocks;
    }

    private static Diagnostic unclosed(Fence fence) {
        return fence.isTex()
                ? Diagnostic.error(fence.opening(), Problem.UNCLOSED_ENVIRONMENT, fence.end())
                : Diagnostic.error(fence.opening(), Problem.UNCLOSED_FENCE);
    }

    private void named(BlockWords words, Fence fence, Map<String, Fence> names) {
        if (words.after() != null && !names.containsKey(words.after())) {
            problems.add(Diagnostic.error(
                    fence.info(), Problem.BAD_BLOCK_WORD, "after=" + words.after(), "no block before has that name"));
        }
        if (words.name() != null && names.put(words.name(), fence) != null) {
            problems.add(Diagnostic.error(
                    fence.info(), Problem.BAD_BLOCK_WORD, "name=" + words.name(), "a block before has that name"));
        }
    }

    /** Collects the code in a page. */
    private final class Finder extends AbstractVisitor {
        @Override
        public void visit(FencedCodeBlock node) {
            SourceSpan first = node.getSourceSpans().getFirst();
            String mark = node.getFenceCharacter().repeat(node.getOpeningFenceLength());
            int start = source.text().indexOf(mark, first.getInputIndex());
            boolean closed = node.getClosingFenceLength() != null;
            Fence fence = new Fence(source, first.getLineIndex() + 1, start, mark, node.getLiteral(), closed);
            fences.add(fence.prefix().indexOf('\t') < 0 ? fence : fence.indentedByTabs());
            add(node);
        }

        @Override
        public void visit(IndentedCodeBlock node) {
            add(node);
        }

        @Override
        public void visit(Code node) {
            add(node);
        }

        private void add(Node node) {
            List<SourceSpan> spans = node.getSourceSpans();
            SourceSpan last = spans.getLast();
            code.add(new Span(source, spans.getFirst().getInputIndex(), last.getInputIndex() + last.getLength()));
        }
    }

    private void check(Formula formula, int start) {
        Diagnostic problem = formula.check(source, start);
        if (problem != null) {
            problems.add(problem);
        }
    }

    private static int start(Node node) {
        return node.getSourceSpans().getFirst().getInputIndex();
    }

    /** Checks the formulas in sentences and between them. */
    private final class FormulaFinder extends AbstractVisitor {
        private int fence;

        @Override
        public void visit(FencedCodeBlock node) {
            Fence block = fences.get(fence++);
            if (block.closed() && block.isFormula()) {
                check(block.formula(), block.start());
            }
        }

        @Override
        public void visit(CustomNode node) {
            if (node instanceof Formula.Inline inline) {
                check(inline.formula(), start(node));
            } else {
                visitChildren(node);
            }
        }

        @Override
        public void visit(CustomBlock node) {
            if (node instanceof Formula.Displayed displayed) {
                check(displayed.formula(), start(node));
            } else {
                visitChildren(node);
            }
        }
    }
}
