import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;

/**
 * Makes a Debian package of what {@link Image} made, by jpackage.
 *
 * <p>Arguments: the image's folder, the version, and a folder for the package.
 */
final class Deb {
    private Deb() {}

    public static void main(String[] arguments) throws IOException {
        Path image = Path.of(arguments[0]);
        Path target = Path.of(arguments[2]);
        // jpackage takes what is in the folders bin and lib.
        Path share = image.resolve("lib/app/share");
        Image.copy(image.resolve("share"), share);
        // It takes a folder with a launcher of its own making; it knows one by this file.
        Path mark = image.resolve("lib/app/.jpackage.xml");
        Files.writeString(mark, """
                <?xml version="1.0" ?>
                <jpackage-state version="%s" platform="linux">
                  <app-version>%s</app-version>
                  <main-launcher>nn</main-launcher>
                  <main-class>org.nnlang.cli.Main</main-class>
                </jpackage-state>
                """.formatted(System.getProperty("java.version"), arguments[1]));
        try {
            List<String> command =
                    new ArrayList<>(List.of("--type", "deb", "--name", "nn", "--linux-package-name", "nnlang"));
            command.addAll(List.of("--app-image", image.toString(), "--app-version", arguments[1]));
            command.addAll(List.of("--resource-dir", "dist/deb", "--dest", target.toString()));
            int status = ToolProvider.findFirst("jpackage")
                    .orElseThrow(() -> new IllegalStateException("this JDK has no jpackage"))
                    .run(System.out, System.err, command.toArray(new String[0]));
            if (status != 0) {
                throw new IllegalStateException("jpackage failed");
            }
        } finally {
            Files.delete(mark);
            Image.delete(share);
        }
    }
}
