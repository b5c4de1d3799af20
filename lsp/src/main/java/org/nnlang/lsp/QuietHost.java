package org.nnlang.lsp;

import org.nnlang.cli.FileHost;
import org.nnlang.picture.PictureFile;

/** Reads the files that a script names, but writes none: a script runs here whenever a letter is typed. */
final class QuietHost extends FileHost {
    @Override
    public void write(String path, String text) {}

    @Override
    public void writePicture(String path, PictureFile picture) {}
}
