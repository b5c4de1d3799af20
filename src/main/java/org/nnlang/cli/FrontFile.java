package org.nnlang.cli;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file of a front that has its own build: it is not in nn's jar, but next to it.
 *
 * @param front the folder of its build
 */
record FrontFile(String front, String name) {
    /** The command that starts nn: its launcher, or Java if there is none. */
    static List<String> nn(Path home) {
        boolean windows = File.separatorChar == '\\';
        Path launcher = Stream.of(home.resolve("../nn"), home.resolve("../../bin/" + (windows ? "nn.cmd" : "nn")))
                .map(Path::normalize)
                .filter(Files::isExecutable)
                .filter(Files::isRegularFile)
                .findFirst()
                .orElse(null);
        if (launcher != null) {
            return List.of(launcher.toString());
        }
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return List.of(
                java,
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                home.resolve("nn.jar").toString());
    }

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

    /**
     * Starts a front that is a jar, by its class {@code main}, which ends the process or returns; {@code what} it is for a user.
     * It reports itself what a stop does to it.
     */
    int start(Path home, Terminal terminal, Stop stop, String what, String main, String... args)
            throws ReflectiveOperationException, MalformedURLException {
        Path jar = find(home);
        if (jar == null) {
            terminal.err().write("error: " + what + " is not installed\n  = " + help() + "\n");
            return 2;
        }
        stop.finished();
        ClassLoader own = FrontFile.class.getClassLoader();
        ClassLoader front = new URLClassLoader(new URL[] {jar.toUri().toURL()}, own); // open as long as the process
        Thread.currentThread().setContextClassLoader(front);
        front.loadClass(main).getMethod("main", String[].class).invoke(null, (Object) args);
        return 0;
    }

    /** How to get it. */
    String help() {
        return "build it in nn's folder with `mvn -f " + front + " package`, or put " + name + " next to nn.jar";
    }
}
