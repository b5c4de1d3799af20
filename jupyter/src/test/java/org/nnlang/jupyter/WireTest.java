package org.nnlang.jupyter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WireTest {
    /** Signed by Python's hmac with the key {@code secret}. */
    private static final List<String> SIGNED = List.of(
            "client",
            "<IDS|MSG>",
            "d720e81d895338b314bc4fac648167bcd0bc77f7422472274b889c4fa4377008",
            "{\"msg_id\":\"1\",\"msg_type\":\"execute_request\"}",
            "{}",
            "{}",
            "{\"code\":\"show 1\"}");

    private final Wire wire = new Wire("secret");

    private static List<byte[]> frames(List<String> texts) {
        return texts.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
    }

    private static List<String> texts(List<byte[]> frames) {
        return frames.stream()
                .map(frame -> new String(frame, StandardCharsets.UTF_8))
                .toList();
    }

    @Test
    void readsASignedMessage() throws Wire.BadMessage {
        Message message = wire.read(frames(SIGNED));
        assertThat(texts(message.identities())).containsExactly("client");
        assertThat(message.type()).isEqualTo("execute_request");
        assertThat(message.text("code")).isEqualTo("show 1");
        assertThat(message.is("silent", false)).isFalse();
        assertThat(message.number("cursor_pos", 7)).isEqualTo(7);
        List<String> withBuffers =
                Stream.concat(SIGNED.stream(), Stream.of("a buffer")).toList();
        assertThat(wire.read(frames(withBuffers)).text("code")).isEqualTo("show 1");
    }

    @Test
    void refusesWhatIsNotSignedRight() {
        for (int changed = 2; changed < SIGNED.size(); changed++) {
            List<String> forged = new ArrayList<>(SIGNED);
            forged.set(changed, forged.get(changed).replaceFirst("[1{]", "$0 "));
            assertThatThrownBy(() -> wire.read(frames(forged))).hasMessageContaining("signature");
        }
        assertThatThrownBy(() -> new Wire("other").read(frames(SIGNED))).hasMessageContaining("signature");
        assertThatThrownBy(() -> new Wire("").read(frames(SIGNED))).hasMessageContaining("signature");
    }

    @Test
    void refusesWhatIsNoMessage() {
        for (int frames = 0; frames < SIGNED.size(); frames++) {
            List<byte[]> few = frames(SIGNED.subList(0, frames));
            assertThatThrownBy(() -> wire.read(few)).hasMessageContaining("too few frames");
        }
        for (String odd : List.of("", "[1]", "{", "1")) {
            List<byte[]> frames = frames(List.of("<IDS|MSG>", "", "{}", "{}", "{}", odd));
            assertThatThrownBy(() -> new Wire("").read(frames)).hasMessageContaining("not JSON");
        }
    }

    @Test
    void readsWhatItWrites() throws Wire.BadMessage {
        JsonObject content = new JsonObject();
        content.addProperty("text", "∂error/∂w₁ <b> \"\\\n 𝒙");
        Message request = wire.read(frames(SIGNED));
        Message written = wire.message(request.identities(), "stream", request, content);
        List<byte[]> frames = wire.frames(written);
        assertThat(texts(frames)).startsWith("client", "<IDS|MSG>").hasSize(7);
        Message read = wire.read(frames);
        assertThat(read.content()).isEqualTo(content);
        assertThat(read.parent()).isEqualTo(request.header());
        assertThat(read.header().get("version").getAsString()).isEqualTo("5.4");
        assertThat(read.header().get("msg_id").getAsString())
                .isNotEqualTo(wire.message(List.of(), "stream", null, content)
                        .header()
                        .get("msg_id")
                        .getAsString());
    }

    @Test
    void signsNothingWithoutAKey() {
        List<byte[]> frames = new Wire("").frames(new Wire("").message(List.of(), "status", null, new JsonObject()));
        assertThat(texts(frames)).startsWith("<IDS|MSG>", "").element(3).isEqualTo("{}");
    }
}
