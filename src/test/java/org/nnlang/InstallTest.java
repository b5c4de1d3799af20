package org.nnlang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.SimpleFileServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** dist/install.sh, with an archive in which a script plays nn. */
class InstallTest {
    @TempDir
    private Path folder;

    private Path archive;

    private record Ended(int status, String text) {}

    private Ended run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("HOME", folder.resolve("a home").toString());
        Process process = builder.start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), text);
    }

    private Ended install(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("/bin/sh", Path.of("dist/install.sh").toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        return run(command.toArray(new String[0]));
    }

    @BeforeEach
    void pack() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh"))
                && System.getProperty("os.name").equals("Linux"));
        String machine = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x64";
        String name = "nn-1.2.3-linux-" + machine;
        Path nn = Files.createDirectories(folder.resolve(name).resolve("bin")).resolve("nn");
        Files.writeString(nn, "#!/bin/sh\necho nn 1.2.3\n");
        assertThat(nn.toFile().setExecutable(true)).isTrue();
        archive = Files.createDirectories(folder.resolve("releases/v1.2.3")).resolve(name + ".tar.gz");
        assertThat(run("tar", "czf", archive.toString(), name).status()).isZero();
        String sum = run("sha256sum", archive.toString()).text();
        Files.writeString(Path.of(archive + ".sha256"), sum);
    }

    private void isInstalled(String prefix) throws IOException, InterruptedException {
        assertThat(run(folder.resolve(prefix).resolve("bin/nn").toString())).isEqualTo(new Ended(0, "nn 1.2.3\n"));
        try (var files = Files.list(folder.resolve(prefix).resolve("lib"))) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("nn");
        }
    }

    @Test
    void installsFromAFileAndAgain() throws IOException, InterruptedException {
        for (int i = 0; i < 2; i++) {
            Ended ended = install("--prefix", "my place", archive.toString());
            assertThat(ended.text()).startsWith("nn 1.2.3 is installed: " + folder.resolve("my place/bin/nn") + "\n");
            assertThat(ended.status()).isZero();
            isInstalled("my place");
        }
    }

    @Test
    void installsFromAServerToTheHome() throws IOException, InterruptedException {
        assumeTrue(run("/bin/sh", "-c", "command -v curl || command -v wget").status() == 0, "something can fetch");
        var server = SimpleFileServer.createFileServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                folder.resolve("releases"),
                SimpleFileServer.OutputLevel.NONE);
        server.start();
        try {
            String address = "http://127.0.0.1:" + server.getAddress().getPort();
            assertThat(install("--version", "1.2.3", "--from", address).status())
                    .isZero();
            isInstalled("a home/.local");
            Ended missing = install("--version", "4.5.6", "--from", address);
            assertThat(missing.status()).isEqualTo(1);
            assertThat(missing.text()).contains("install.sh: can't fetch " + address + "/v4.5.6/nn-4.5.6-linux-");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void prefersTheSmallerArchive() throws IOException, InterruptedException {
        assumeTrue(run("/bin/sh", "-c", "command -v xz").status() == 0, "xz is here");
        Path tar = archive.resolveSibling(archive.getFileName().toString().replace(".gz", ""));
        assertThat(run("gunzip", archive.toString()).status()).isZero();
        assertThat(run("xz", tar.toString()).status()).isZero();
        String sum = run("sha256sum", tar + ".xz").text();
        Files.writeString(Path.of(tar + ".xz.sha256"), sum);
        Ended ended = install(
                "--version", "1.2.3", "--from", folder.resolve("releases").toString());
        assertThat(ended.text()).startsWith("nn 1.2.3 is installed: ");
        isInstalled("a home/.local");
    }

    @Test
    void uninstalls() throws IOException, InterruptedException {
        install("--prefix", "my place", archive.toString());
        Ended ended = install("--prefix", "my place", "--uninstall");
        assertThat(ended).isEqualTo(new Ended(0, "nn is no longer in " + folder.resolve("my place") + "\n"));
        try (var left = Files.walk(folder.resolve("my place"))) {
            assertThat(left.filter(file -> !Files.isDirectory(file))).isEmpty();
        }
        assertThat(install("--prefix", "my place", "--uninstall").status()).isEqualTo(1);
    }

    @Test
    void keepsWhatIsThereIfTheArchiveIsDamaged() throws IOException, InterruptedException {
        install(archive.toString());
        byte[] bytes = Files.readAllBytes(archive);
        bytes[bytes.length / 2] ^= 1;
        Files.write(archive, bytes);
        Ended ended = install(archive.toString());
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.text()).startsWith("install.sh: " + archive + " is damaged: its checksum is ");
        isInstalled("a home/.local");
    }

    @Test
    void keepsWhatIsThereIfTheNewOneDoesNotRun() throws IOException, InterruptedException {
        install(archive.toString());
        Path broken = Files.createDirectories(folder.resolve("broken/bin")).resolve("nn");
        Files.writeString(broken, "#!/bin/sh\nexit 1\n");
        assertThat(broken.toFile().setExecutable(true)).isTrue();
        Path other = folder.resolve("other.tar.gz");
        run("tar", "czf", other.toString(), "broken");
        String sum = run("sha256sum", other.toString()).text().substring(0, 64);
        Ended ended = install("--sha256", sum, other.toString());
        assertThat(ended).isEqualTo(new Ended(1, "install.sh: the nn in " + other + " does not run on this system\n"));
        isInstalled("a home/.local");
        assertThat(Files.exists(folder.resolve("a home/.local/lib/.nn.new"), LinkOption.NOFOLLOW_LINKS))
                .isFalse();
    }

    /** JBang doesn't fetch optional libraries, and the command line needs them. */
    @Test
    void theCatalogOfJBangNamesTheOptionalLibraries() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        String catalog = Files.readString(Path.of("dist/jbang-catalog.json"));
        List<String> optional = new ArrayList<>();
        Matcher dependency = Pattern.compile(
                        "<dependency>\\s*<groupId>(.*?)</groupId>\\s*<artifactId>(.*?)</artifactId>"
                                + "\\s*<version>\\$\\{(.*?)}</version>\\s*<optional>")
                .matcher(pom);
        while (dependency.find()) {
            String version = pom.split("</?" + Pattern.quote(dependency.group(3)) + ">")[1];
            optional.add("\"%s:%s:%s\"".formatted(dependency.group(1), dependency.group(2), version));
        }
        Matcher named = Pattern.compile("\"[^\":]+:[^\":]+:[^\":]+\"")
                .matcher(catalog.substring(catalog.indexOf("\"dependencies\"")));
        assertThat(named.results().map(MatchResult::group)).isNotEmpty().containsExactlyInAnyOrderElementsOf(optional);
    }
}
