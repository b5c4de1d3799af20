package org.nnlang.jupyter;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a kernel listens, as Jupyter's connection file says.
 *
 * @param key the secret that signs messages; empty for none
 */
record Connection(String ip, String key, int shell, int control, int stdin, int iopub, int heartbeat) {
    /**
     * Reads a connection file.
     *
     * @throws IOException if it can't be read or isn't one
     */
    static Connection read(Path file) throws IOException {
        try {
            return of(JsonParser.parseString(Files.readString(file)).getAsJsonObject());
        } catch (JsonParseException
                | IllegalStateException
                | UnsupportedOperationException
                | NumberFormatException odd) {
            throw new IOException("it is not a connection file of Jupyter", odd);
        }
    }

    private static Connection of(JsonObject file) throws IOException {
        String transport = text(file, "transport", "tcp");
        if (!transport.equals("tcp")) {
            throw new IOException("nn can't use the transport " + transport + ", only tcp");
        }
        String scheme = text(file, "signature_scheme", Wire.SCHEME);
        String key = text(file, "key", "");
        if (!scheme.equals(Wire.SCHEME) && !key.isEmpty()) {
            throw new IOException("nn can't sign by " + scheme + ", only by " + Wire.SCHEME);
        }
        return new Connection(
                text(file, "ip", "127.0.0.1"),
                key,
                port(file, "shell_port"),
                port(file, "control_port"),
                port(file, "stdin_port"),
                port(file, "iopub_port"),
                port(file, "hb_port"));
    }

    private static String text(JsonObject file, String name, String otherwise) {
        JsonElement value = file.get(name);
        return value == null ? otherwise : value.getAsString();
    }

    private static int port(JsonObject file, String name) throws IOException {
        JsonElement port = file.get(name);
        if (port == null) {
            throw new IOException("it has no " + name);
        }
        return port.getAsInt();
    }
}
