package org.nnlang.files;

import java.net.URI;
import java.nio.file.Path;

/** The folder of nn's jar, or of its classes: what comes with nn is next to it. */
public final class OwnFolder {
    private OwnFolder() {}

    /** Its path; null if nn isn't in files. */
    public static Path path() {
        // The code source of a class is wrong if the jar has moved since its start-up cache was made.
        String own = OwnFolder.class.getResource("OwnFolder.class").toString();
        String jar = own.startsWith("jar:")
                ? own.substring("jar:".length(), own.indexOf("!/"))
                : own.substring(0, own.indexOf("/org/nnlang/"));
        return jar.startsWith("file:") ? Path.of(URI.create(jar)).getParent() : null;
    }
}
