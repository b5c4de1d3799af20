package org.nnlang.jupyter;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Messages as ZeroMQ's frames: the identities, a delimiter, the signature, and header, parent, metadata and content as JSON.
 * Any thread may use it.
 */
final class Wire {
    /** The only way to sign. */
    static final String SCHEME = "hmac-sha256";

    /** The version of Jupyter's messages. */
    static final String VERSION = "5.4";

    private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);
    private static final int JSON_FRAMES = 4;
    private static final Gson GSON =
            new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

    /** A message that can't be trusted or read. */
    static final class BadMessage extends Exception {
        private static final long serialVersionUID = 1;

        BadMessage(String why) {
            super(why);
        }
    }

    private final String session = UUID.randomUUID().toString();
    private final byte[] key;

    /** With the secret that signs messages; empty for none. */
    Wire(String key) {
        this.key = key.getBytes(StandardCharsets.UTF_8);
    }

    /** A message of this kernel; {@code parent} is the message that it answers, or null. */
    Message message(List<byte[]> identities, String type, Message parent, JsonObject content) {
        JsonObject header = new JsonObject();
        header.addProperty("msg_id", UUID.randomUUID().toString());
        header.addProperty("session", session);
        header.addProperty("username", "nn");
        header.addProperty("date", Instant.now().toString());
        header.addProperty("msg_type", type);
        header.addProperty("version", VERSION);
        return new Message(identities, header, parent == null ? new JsonObject() : parent.header(), content);
    }

    List<byte[]> frames(Message message) {
        List<byte[]> json = new ArrayList<>();
        for (JsonElement part :
                List.of(message.header(), message.parent(), new JsonObject(), (JsonElement) message.content())) {
            json.add(GSON.toJson(part).getBytes(StandardCharsets.UTF_8));
        }
        List<byte[]> frames = new ArrayList<>(message.identities());
        frames.add(DELIMITER);
        frames.add(signature(json).getBytes(StandardCharsets.US_ASCII));
        frames.addAll(json);
        return frames;
    }

    /**
     * Reads a message; binary frames after the content are ignored.
     *
     * @throws BadMessage if its signature is wrong, or it isn't a message
     */
    Message read(List<byte[]> frames) throws BadMessage {
        int delimiter = 0;
        while (delimiter < frames.size() && !Arrays.equals(frames.get(delimiter), DELIMITER)) {
            delimiter++;
        }
        int json = delimiter + 2;
        if (frames.size() < json + JSON_FRAMES) {
            throw new BadMessage("it has too few frames");
        }
        List<byte[]> signed = frames.subList(json, json + JSON_FRAMES);
        byte[] right = signature(signed).getBytes(StandardCharsets.US_ASCII);
        if (!MessageDigest.isEqual(frames.get(delimiter + 1), right)) {
            throw new BadMessage("its signature is wrong");
        }
        try {
            List<JsonObject> parts = new ArrayList<>();
            for (byte[] part : signed) {
                parts.add(JsonParser.parseString(new String(part, StandardCharsets.UTF_8))
                        .getAsJsonObject());
            }
            return new Message(List.copyOf(frames.subList(0, delimiter)), parts.get(0), parts.get(1), parts.get(3));
        } catch (JsonParseException | IllegalStateException odd) {
            throw new BadMessage("it is not JSON");
        }
    }

    /** The signature as hexadecimal digits; empty without a key. */
    private String signature(List<byte[]> frames) {
        if (key.length == 0) {
            return "";
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            frames.forEach(mac::update);
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible); // every Java has it
        }
    }
}
