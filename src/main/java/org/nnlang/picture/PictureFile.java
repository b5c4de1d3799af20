package org.nnlang.picture;

import java.util.Arrays;

/** The contents of a picture's file. */
public interface PictureFile {
    /** Its bytes; a PNG is painted when they are asked for. */
    byte[] bytes();

    /** Whether the bytes of a file are this picture. */
    default boolean is(byte[] file) {
        return Arrays.equals(file, bytes());
    }
}
