package org.nnlang.data;

/** Text with runs of spaces and tabs as separators: turns each run into one space, and drops runs at line ends. */
final class Blanks implements TextSource {
    private final TextSource source;
    private final char comment;
    private final char[] read = new char[1 << 13];
    private int at;
    private int end;

    private boolean lineBegun;
    private boolean cellBegun;
    private boolean inComment;

    /** Whether the cell began with a quote, and whether one is open. */
    private boolean quotedCell;

    private boolean quoted;

    /** Whether a run of spaces came just before, which separates if something follows. */
    private boolean separates;

    Blanks(TextSource source, char comment) {
        this.source = source;
        this.comment = comment;
    }

    @Override
    public int read(char[] into, int from, int length) {
        int written = from;
        while (written == from) {
            if (at == end) {
                end = Math.max(0, source.read(read, 0, read.length));
                at = 0;
                if (end == 0) return -1;
            }
            while (at < end && written < from + length) {
                char c = read[at];
                boolean isProtected = quoted || inComment && c != '\n' && c != '\r';
                if (!isProtected && (c == ' ' || c == '\t')) {
                    separates = lineBegun;
                    cellBegun = false;
                    at++;
                } else {
                    boolean first = separates && c != '\n' && c != '\r';
                    into[written++] = first ? ' ' : c;
                    separates = false;
                    if (!first) pass(c);
                }
            }
        }
        return written - from;
    }

    private void pass(char c) {
        at++;
        if (!quoted && (c == '\n' || c == '\r')) {
            lineBegun = false;
            cellBegun = false;
            inComment = false;
            return;
        }
        if (!cellBegun) {
            inComment |= !lineBegun && comment != 0 && c == comment;
            quotedCell = c == '"' && !inComment;
            quoted = quotedCell;
        } else if (c == '"' && quotedCell) {
            quoted = !quoted;
        }
        cellBegun = true;
        lineBegun = true;
    }
}
