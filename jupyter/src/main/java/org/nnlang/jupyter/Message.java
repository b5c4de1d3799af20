package org.nnlang.jupyter;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;

/**
 * A message of Jupyter's protocol.
 *
 * @param identities the routing prefix: whom an answer goes to, or the topic of what is published
 * @param parent the header of the message that it answers; empty for none
 */
record Message(List<byte[]> identities, JsonObject header, JsonObject parent, JsonObject content) {
    /** What kind of message it is: {@code execute_request}. */
    String type() {
        return text(header, "msg_type");
    }

    /** A text of the content; empty if there is none. */
    String text(String name) {
        return text(content, name);
    }

    private static String text(JsonObject object, String name) {
        JsonElement value = object.get(name);
        return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
    }

    /** A truth value of the content. */
    boolean is(String name, boolean otherwise) {
        JsonElement value = content.get(name);
        return value == null || !value.isJsonPrimitive() ? otherwise : value.getAsBoolean();
    }

    /** A whole number of the content. */
    int number(String name, int otherwise) {
        JsonElement value = content.get(name);
        try {
            return value == null || !value.isJsonPrimitive() ? otherwise : value.getAsInt();
        } catch (NumberFormatException odd) {
            return otherwise;
        }
    }
}
