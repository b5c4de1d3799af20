package org.nnlang.jupyter;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;

/** Builds the contents of messages. */
final class Content {
    private Content() {}

    /** An object with a text. */
    static JsonObject object(String name, String text) {
        JsonObject object = new JsonObject();
        object.addProperty(name, text);
        return object;
    }

    /** An object with one more value. */
    static JsonObject with(JsonObject object, String name, JsonElement value) {
        object.add(name, value);
        return object;
    }

    /** The answer that all is well. */
    static JsonObject ok() {
        return object("status", "ok");
    }

    /** The answer that something is wrong; {@code lines} is what a user reads. */
    static JsonObject error(String name, String value, List<String> lines) {
        JsonObject error = object("status", "error");
        error.addProperty("ename", name);
        error.addProperty("evalue", value);
        return with(error, "traceback", texts(lines));
    }

    /** An array of texts. */
    static JsonArray texts(List<String> texts) {
        JsonArray array = new JsonArray();
        texts.forEach(array::add);
        return array;
    }

    /** What a front end shows: the same thing in several formats, of which it chooses one. */
    static JsonObject display(JsonObject data, JsonObject metadata) {
        return with(with(new JsonObject(), "data", data), "metadata", metadata);
    }
}
