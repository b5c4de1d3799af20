package org.nnlang.documents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What a page needs so that its reader can change its scripts and run them: nn's engine as WebAssembly, and the scripts and
 * the style around it.
 *
 * @param engine the engine
 * @param packed the engine as a text, which {@code script} unpacks
 * @param address where pages load the engine from, null if it is in the page itself
 * @param worker the script that runs the engine in a Worker
 * @param script the page's script
 * @param style the style of what the script adds
 */
public record LiveParts(byte[] engine, String packed, String address, String worker, String script, String style) {
    /** Reads them from the archive that the build of {@code web/} makes. */
    public static LiveParts in(Path archive, String address) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            return new LiveParts(
                    bytes(zip, "nn.wasm"),
                    text(zip, "nn.packed"),
                    address,
                    text(zip, "nn-worker.js"),
                    text(zip, "live.js"),
                    text(zip, "live.css"));
        }
    }

    /** The same for a page that loads the engine from another address. */
    public LiveParts at(String engineAddress) {
        return new LiveParts(engine, packed, engineAddress, worker, script, style);
    }

    private static String text(ZipFile zip, String name) throws IOException {
        return new String(bytes(zip, name), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException(zip.getName() + " has no " + name + "; build it again");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    /** The engine's hash, which the browser compares with what it has loaded. */
    String integrity() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-384").digest(engine);
            return "sha384-" + Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
