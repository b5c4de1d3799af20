package org.nnlang.documents;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.text.Span;

/** Replaces the lines of a fenced block, and leaves everything else as it is. */
final class OutputEdit {
    private OutputEdit() {}

    /** The edits, in order; they lengthen the fences if a line would close the block. */
    static List<Edit> of(Fence fence, List<String> lines) {
        List<Edit> edits = new ArrayList<>();
        String mark = mark(fence, lines);
        boolean longer = !mark.equals(fence.mark());
        if (longer) {
            int start = fence.start();
            edits.add(
                    new Edit(new Span(fence.page(), start, start + fence.mark().length()), mark));
        }
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            text.append(line.isEmpty() ? fence.prefix().stripTrailing() : fence.prefix() + line);
            text.append(fence.lineEnd());
        }
        edits.add(new Edit(fence.inside(), text.toString()));
        if (longer) {
            String closing = fence.closing().text();
            int from = closing.indexOf(mark.charAt(0));
            edits.add(new Edit(fence.closing(), closing.substring(0, from) + mark));
        }
        return edits;
    }

    private static String mark(Fence fence, List<String> lines) {
        if (fence.isTex()) {
            return fence.mark();
        }
        String sign = fence.mark().substring(0, 1);
        String mark = fence.mark();
        for (String line : lines) {
            while (line.strip().startsWith(mark)
                    && line.strip().replace(sign, "").isEmpty()) {
                mark += sign;
            }
        }
        return mark;
    }
}
