import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the start-up caches (Java's AOT caches) of an nn.jar and a Java: {@code start/scripts.aot} next to the jar, and
 * {@code start/prompt.aot}, which has the prompt's classes too, since Java loads a whole cache.
 *
 * <p>Java could also record which methods were busy, but then a script starts later, and a long training run is slower. Code
 * stays out of the caches, since they may go to a machine with another processor.
 *
 * <p>Arguments: the folder of nn.jar, and Java's, or {@code -} for the one that runs this. It runs in the project's folder.
 */
final class StartCaches {
    private StartCaches() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path app = Path.of(arguments[0]).toAbsolutePath();
        String home = arguments[1].equals("-") ? System.getProperty("java.home") : arguments[1];
        Path folder = Files.createDirectories(app.resolve("start"));
        for (String name : List.of("scripts", "prompt")) {
            Path made = folder.resolve(name + ".new");
            List<String> command = new ArrayList<>(List.of(
                    Path.of(home, "bin", "java").toString(),
                    "@src/launcher/options",
                    "-XX:+UseSerialGC",
                    "-XX:-AOTRecordTraining",
                    "-XX:-AOTAdapterCaching",
                    "-XX:-AOTStubCaching",
                    "-XX:AOTCacheOutput=" + made,
                    "-Dlibrary.jline.path=" + app.resolve("native"),
                    "-cp",
                    app.resolve("nn.jar").toString(),
                    "org.nnlang.cli.Rehearsal"));
            if (name.equals("prompt")) {
                command.add("-i");
            }
            command.addAll(List.of(
                    "samples/backprop.nn", "src/build/rehearsal.nn", "src/build/mistake.nn", "src/build/missing.nn"));
            Path log = folder.resolve(name + ".log");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment()
                    .keySet()
                    .removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "JDK_AOT_VM_OPTIONS"));
            Process process = builder.start();
            process.getOutputStream().close();
            Path cache = folder.resolve(name + ".aot");
            if (process.waitFor() == 0 && Files.exists(made)) {
                Files.move(made, cache, StandardCopyOption.ATOMIC_MOVE);
            } else { // a Java that can't make it starts without
                Files.deleteIfExists(cache);
                System.err.println("no start-up cache " + name + ": " + Files.readString(log));
            }
            Files.delete(log);
        }
        Files.writeString(folder.resolve("java"), home + "\n"); // for the launcher
    }
}
