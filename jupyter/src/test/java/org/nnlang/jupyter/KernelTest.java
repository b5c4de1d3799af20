package org.nnlang.jupyter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nnlang.jupyter.Content.object;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/** A kernel answers a client over ZeroMQ. */
@Timeout(120)
class KernelTest {
    private static final String NETWORK =
            "input x[1]; layer y[1] linear; weights y = 0; input = 1; target = 1; learning rate = 0.1\n";

    @TempDir
    private Path folder;

    private final ZContext context = new ZContext();
    private final Wire wire = new Wire("secret");
    private Thread kernel;
    private ZMQ.Socket shell;
    private ZMQ.Socket control;
    private ZMQ.Socket iopub;
    private Connection connection;

    /** What came of a request: the answer, and what was published before the kernel was idle again. */
    private record Outcome(Message answer, List<Message> published) {
        private List<Message> of(String type) {
            return published.stream().filter(one -> one.type().equals(type)).toList();
        }

        private String text() {
            StringBuilder text = new StringBuilder();
            of("stream").forEach(one -> text.append(one.text("text")));
            return text.toString();
        }
    }

    @BeforeEach
    void start() throws IOException, Wire.BadMessage {
        List<ServerSocket> free = new ArrayList<>();
        JsonObject file = object("key", "secret");
        file.addProperty("signature_scheme", "hmac-sha256");
        for (String name : List.of("shell_port", "control_port", "stdin_port", "iopub_port", "hb_port")) {
            free.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            file.addProperty(name, free.getLast().getLocalPort());
        }
        for (ServerSocket one : free) {
            one.close();
        }
        connection = Connection.read(Files.writeString(folder.resolve("connection.json"), file.toString()));
        Kernel running = new Kernel(connection);
        kernel = Thread.ofPlatform().start(running::run);
        shell = connected(SocketType.DEALER, connection.shell());
        control = connected(SocketType.DEALER, connection.control());
        iopub = connected(SocketType.SUB, connection.iopub());
        iopub.subscribe("");
        do { // until the subscription has arrived
            send(shell, wire, "kernel_info_request", new JsonObject());
            receive(shell);
            iopub.setReceiveTimeOut(100);
        } while (iopub.recv() == null);
        iopub.setReceiveTimeOut(-1);
        while (iopub.hasReceiveMore()) {
            iopub.recv();
        }
        ask("kernel_info_request", new JsonObject()); // reads what else was published
    }

    @AfterEach
    void stop() throws InterruptedException, Wire.BadMessage {
        send(control, wire, "shutdown_request", new JsonObject());
        assertThat(receive(control).text("status")).isEqualTo("ok");
        kernel.join();
        context.close();
    }

    private ZMQ.Socket connected(SocketType type, int port) {
        ZMQ.Socket socket = context.createSocket(type);
        socket.connect("tcp://127.0.0.1:" + port);
        return socket;
    }

    private static Message send(ZMQ.Socket socket, Wire wire, String type, JsonObject content) {
        Message message = wire.message(List.of(), type, null, content);
        List<byte[]> frames = wire.frames(message);
        for (int i = 0; i < frames.size(); i++) {
            socket.send(frames.get(i), i + 1 < frames.size() ? ZMQ.SNDMORE : 0);
        }
        return message;
    }

    private Message receive(ZMQ.Socket socket) throws Wire.BadMessage {
        List<byte[]> frames = new ArrayList<>();
        do {
            frames.add(socket.recv());
        } while (socket.hasReceiveMore());
        return wire.read(frames);
    }

    private static boolean isIdle(Message message) {
        return message.type().equals("status")
                && message.text("execution_state").equals("idle");
    }

    private Outcome ask(String type, JsonObject content) throws Wire.BadMessage {
        return outcome(send(shell, wire, type, content));
    }

    private Outcome outcome(Message request) throws Wire.BadMessage {
        List<Message> published = new ArrayList<>();
        Message last;
        do {
            last = receive(iopub);
            if (last.parent().equals(request.header())) {
                published.add(last);
            }
        } while (!isIdle(last) || !last.parent().equals(request.header()));
        Message answer = receive(shell);
        assertThat(answer.parent()).isEqualTo(request.header());
        return new Outcome(answer, published);
    }

    private Outcome run(String code) throws Wire.BadMessage {
        return ask("execute_request", object("code", code));
    }

    private JsonObject at(String code, int cursor) {
        JsonObject content = object("code", code);
        content.addProperty("cursor_pos", cursor);
        return content;
    }

    @Test
    void runsCells() throws Wire.BadMessage {
        assertThat(run("let a = 6; show 7 * a; print \"the end\"").text()).isEqualTo("7 * a = 42\nthe end\n");
        Outcome outcome = run(NETWORK + "explain error; show network; plot [1, 2]; forward; why y1 = 7");
        assertThat(outcome.answer.text("status")).isEqualTo("ok");
        assertThat(outcome.answer.number("execution_count", 0)).isEqualTo(2);
        List<JsonObject> shown = outcome.of("display_data").stream()
                .map(one -> one.content().getAsJsonObject("data"))
                .toList();
        assertThat(shown)
                .hasSize(5)
                .allSatisfy(one -> assertThat(one.has("text/plain")).isTrue());
        assertThat(shown.get(0).get("text/html").getAsString()).contains("<math", "</math>");
        assertThat(shown.get(0)
                        .get("text/html")
                        .getAsString()
                        .replaceAll("<style>.*?</style>|</?m[a-z]+[^>]*>", "")
                        .replaceAll("(?s)<div [^>]*hidden=[^>]*>.*?</div>", "")
                        .replace("&amp;", "&"))
                .as("what is shown of an output that isn't trusted")
                .contains(shown.get(0).get("text/latex").getAsString());
        assertThat(shown.get(0).get("text/latex").getAsString()).contains("\\[", "\\frac");
        assertThat(shown.get(1).get("text/html").getAsString()).contains("<table", "linear");
        assertThat(shown.get(2).get("image/svg+xml").getAsString()).startsWith("<svg");
        assertThat(shown.get(2).get("image/png").getAsString()).startsWith("iVBORw0KGgo");
        assertThat(shown.get(3).get("text/html").getAsString()).contains("<b>forward</b>", "<math");
        assertThat(shown.get(3).get("text/latex").getAsString()).startsWith("forward\n\\[\n");
        assertThat(shown.get(4).get("text/html").getAsString()).contains("<p>y1 = ", "not 7</p>");
        assertThat(shown.get(4).get("text/latex").getAsString()).contains("not 7\n\n");
    }

    @Test
    void showsErrorsInColour() throws Wire.BadMessage {
        Outcome outcome = run("show 1\nshow eror");
        assertThat(outcome.answer.text("status")).isEqualTo("error");
        assertThat(outcome.answer.text("ename")).isEqualTo("UNKNOWN_NAME");
        assertThat(outcome.text()).isEqualTo("1 = 1\n");
        assertThat(outcome.of("error")).hasSize(1);
        assertThat(outcome.of("error").getFirst().content().get("traceback").toString())
                .contains("\\u001b[1;31m", "In [1]:2:6", "^^^^", "did you mean `error`?");
    }

    @Test
    void anInterruptStopsTrainingAndKeepsItsState() throws Wire.BadMessage {
        Message training =
                send(shell, wire, "execute_request", object("code", NETWORK + "train 900000000000 until error < 0"));
        Message waiting = send(shell, wire, "execute_request", object("code", "show 1"));
        while (!receive(iopub).type().equals("update_display_data")) {}
        send(control, wire, "interrupt_request", new JsonObject());
        assertThat(receive(control).text("status")).isEqualTo("ok");
        assertThat(outcome(training).answer.text("ename")).isEqualTo("INTERRUPTED");
        assertThat(outcome(waiting).answer.text("status")).isEqualTo("aborted");
        assertThat(run("expect step > 0").answer.text("status")).isEqualTo("ok");
    }

    @Test
    void aCellThatIsSentAfterAnErrorRuns() throws Wire.BadMessage {
        for (int i = 0; i < 300; i++) {
            Message failing = send(shell, wire, "execute_request", object("code", "show eror"));
            assertThat(receive(shell).parent()).isEqualTo(failing.header()); // does not wait until the kernel is idle
            assertThat(run("show 1").answer.text("status")).isEqualTo("ok");
        }
    }

    @Test
    void ignoresForgedMessages() throws Wire.BadMessage {
        send(shell, new Wire("guessed"), "execute_request", object("code", "let a = 1"));
        send(control, new Wire(""), "shutdown_request", new JsonObject());
        shell.send("noise");
        assertThat(run("show a").answer.text("status")).isEqualTo("error");
        assertThat(run("show 1").text()).isEqualTo("1 = 1\n");
    }

    @Test
    void answersQuestions() throws Wire.BadMessage {
        run(NETWORK + "train 2");
        JsonObject completions =
                ask("complete_request", at("print \"𝒙\"; show err", 20)).answer.content();
        assertThat(completions.get("matches").toString()).startsWith("[\"error\"");
        assertThat(completions.get("cursor_start").getAsInt()).isEqualTo(16);
        JsonObject middle =
                ask("complete_request", at("show error + 1", 8)).answer.content();
        assertThat(middle.get("matches").toString()).startsWith("[\"error\"");
        assertThat(middle.get("cursor_start").getAsInt()).isEqualTo(5);
        assertThat(middle.get("cursor_end").getAsInt()).isEqualTo(10);
        JsonObject derivation =
                ask("inspect_request", at("show grad(w1) @ 1", 6)).answer.content();
        assertThat(derivation.get("found").getAsBoolean()).isTrue();
        assertThat(derivation.getAsJsonObject("data").keySet()).containsOnly("text/plain", "text/latex");
        assertThat(derivation.getAsJsonObject("data").get("text/plain").getAsString())
                .contains("∂error/∂w1");
        assertThat(ask("inspect_request", at("train 3", 0)).answer.content().toString())
                .contains("epochs");
        assertThat(ask("inspect_request", at("show 1", 6)).answer.is("found", true))
                .isFalse();
        assertThat(ask("is_complete_request", object("code", "repeat 2 {"))
                        .answer
                        .text("status"))
                .isEqualTo("incomplete");
        assertThat(ask("is_complete_request", object("code", "show 1")).answer.text("status"))
                .isEqualTo("complete");
        assertThat(ask("is_complete_request", object("code", "show )")).answer.text("status"))
                .isEqualTo("invalid");
        JsonObject last = object("hist_access_type", "tail");
        last.addProperty("n", 1);
        assertThat(ask("history_request", last).answer.content().get("history").toString())
                .startsWith("[[1,1,\"input x[1]");
        assertThat(ask("odd_request", new JsonObject()).answer.text("status")).isEqualTo("error");
    }

    @Test
    void saysThatTheSessionIsOver() throws Wire.BadMessage {
        assertThat(run("quit").answer.content().get("payload").toString()).contains("ask_exit");
        Outcome outcome = run("show 1");
        assertThat(outcome.answer.text("evalue")).contains("restart the kernel");
        assertThat(outcome.of("error")).hasSize(1);
    }

    @Test
    void theHeartBeats() {
        ZMQ.Socket heartbeat = connected(SocketType.REQ, connection.heartbeat());
        heartbeat.send("ping");
        assertThat(heartbeat.recvStr()).isEqualTo("ping");
    }

    @Test
    void refusesOtherConnections() throws IOException {
        for (String file : List.of(
                "",
                "[]",
                "{\"shell_port\": \"x\"}",
                "{\"transport\": \"ipc\"}",
                "{}",
                "{\"signature_scheme\": \"hmac-md5\", \"key\": \"a\"}")) {
            Path path = Files.writeString(folder.resolve("odd.json"), file);
            assertThatThrownBy(() -> Connection.read(path)).isInstanceOf(IOException.class);
        }
    }
}
