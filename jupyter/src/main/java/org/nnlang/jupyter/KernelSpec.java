package org.nnlang.jupyter;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.nnlang.files.AtomicFile;

/** What tells Jupyter about the kernel: a folder with its command and its picture. */
final class KernelSpec {
    private static final String LOGO = "logo-svg.svg";

    private KernelSpec() {}

    /** Installs the kernel into a folder of Jupyter's; {@code nn} is the command that starts nn. Returns the kernel's folder. */
    static Path install(Path jupyter, List<String> nn) throws IOException {
        Path folder = Files.createDirectories(jupyter.resolve("kernels").resolve("nn"))
                .toRealPath();
        JsonArray command = new JsonArray();
        nn.forEach(command::add);
        List.of("jupyter", "run", "{connection_file}").forEach(command::add);
        JsonObject spec = new JsonObject();
        spec.add("argv", command);
        spec.addProperty("display_name", "nn");
        spec.addProperty("language", "nn");
        spec.addProperty("interrupt_mode", "message");
        String text = new GsonBuilder()
                .setPrettyPrinting()
                .disableHtmlEscaping()
                .create()
                .toJson(spec);
        try (InputStream logo = KernelSpec.class.getResourceAsStream(LOGO)) {
            Files.copy(logo, folder.resolve(LOGO), StandardCopyOption.REPLACE_EXISTING);
        }
        AtomicFile.write(folder.resolve("kernel.json"), (text + "\n").getBytes(StandardCharsets.UTF_8));
        return folder;
    }
}
