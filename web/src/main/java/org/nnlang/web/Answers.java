package org.nnlang.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nnlang.assist.Choice;
import org.nnlang.language.Outline;
import org.nnlang.network.Neurons;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.Json;
import org.nnlang.text.Message;

/** What JavaScript is told, as JSON. */
final class Answers {
    private Answers() {}

    static String json(Diagnostic diagnostic) {
        Message message = diagnostic.what();
        return "{\"title\":" + Json.text(message.title()) + ",\"label\":" + Json.text(message.label()) + ",\"notes\":"
                + array(message.notes(), Json::text) + "}";
    }

    static String json(int from, List<Choice> choices) {
        return "{\"from\":" + from + ",\"choices\":"
                + array(
                        choices,
                        choice -> "{\"text\":" + Json.text(choice.text()) + ",\"meaning\":"
                                + Json.text(choice.meaning()) + ",\"goesOn\":" + choice.goesOn() + "}")
                + "}";
    }

    /** The network's layers with the names of their neurons, and the names of values. */
    static String json(Outline outline) {
        return "{\"step\":" + outline.step() + ",\"layers\":" + array(outline.layers(), Answers::json)
                + ",\"weights\":" + outline.weights() + ",\"biases\":" + outline.biases() + ",\"values\":"
                + array(List.copyOf(outline.values()), Json::text) + "}";
    }

    private static String json(Neurons layer) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < layer.size(); i++) {
            names.add(layer.name(i));
        }
        return "{\"name\":" + Json.text(layer.layer()) + ",\"neurons\":" + array(names, Json::text) + "}";
    }

    static <T> String array(List<T> all, Function<T, String> each) {
        return all.stream().map(each).collect(Collectors.joining(",", "[", "]"));
    }
}
