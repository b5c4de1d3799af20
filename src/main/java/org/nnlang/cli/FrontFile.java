package org.nnlang.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A file of a front that has its own build: it is not in nn's jar, but next to it.
 *
 * @param front the folder of its build
 */
record FrontFile(String front, String name) {
    /** The file next to nn's jar, or where its build puts it; null if it is not there. */
    Path find(Path home) {
        return home == null
                ? null
                : Stream.of(home, home.resolveSibling(front).resolve("target"))
                        .map(place -> place.resolve(name))
                        .filter(Files::isRegularFile)
                        .findFirst()
                        .orElse(null);
    }

    /** How to get it. */
    String help() {
        return "build it in nn's folder with `mvn -f " + front + " package`, or put " + name + " next to nn.jar";
    }
}
