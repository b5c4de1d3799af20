package org.nnlang.jupyter;

import static org.nnlang.jupyter.Content.object;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.nnlang.cli.FileHost;
import org.nnlang.session.Session;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/**
 * Answers Jupyter's messages. One thread runs cells and answers questions; another hears of interrupts and of the end; a third
 * shows that the kernel is alive.
 */
final class Kernel {
    private static final int LINGER_MILLIS = 1000;

    /** A language that every front end has colours for, and that writes comments, strings, numbers, if and repeat as nn does. */
    private static final String LIKE = "r";

    private final ZMQ.Context context = ZMQ.context(1);
    private final Wire wire;
    private final ZMQ.Socket shell;
    private final ZMQ.Socket control;
    private final ZMQ.Socket stdin;
    private final ZMQ.Socket heartbeat;
    /** Two threads send here, so it is locked. */
    private final ZMQ.Socket iopub;

    private final Notebook notebook;

    /** Begins to listen. */
    Kernel(Connection connection) {
        wire = new Wire(connection.key());
        notebook = new Notebook(new FileHost());
        String address = "tcp://" + connection.ip() + ":";
        shell = bound(SocketType.ROUTER, address + connection.shell());
        control = bound(SocketType.ROUTER, address + connection.control());
        stdin = bound(SocketType.ROUTER, address + connection.stdin());
        iopub = bound(SocketType.PUB, address + connection.iopub());
        heartbeat = bound(SocketType.REP, address + connection.heartbeat());
    }

    private ZMQ.Socket bound(SocketType type, String address) {
        ZMQ.Socket socket = context.socket(type);
        socket.setLinger(LINGER_MILLIS);
        socket.setHWM(0); // nothing that a cell shows is dropped
        socket.bind(address);
        return socket;
    }

    /** Answers until Jupyter says that this is the end. */
    void run() {
        Thread.ofPlatform().name("heartbeat").start(() -> {
            untilTheEnd(heartbeat, () -> heartbeat.send(heartbeat.recv()));
        });
        Thread.ofPlatform().name("control").start(() -> {
            untilTheEnd(control, () -> control(receive(control, 0)));
            context.term(); // what the other threads do with their sockets throws now, so they end
        });
        publish(null, "status", object("execution_state", "starting"));
        untilTheEnd(shell, () -> shell(receive(shell, 0)));
        synchronized (iopub) {
            iopub.close();
        }
        stdin.close();
    }

    /** Jupyter has asked for the end. */
    private static final class End extends RuntimeException {
        private static final long serialVersionUID = 1;

        End() {
            super(null, null, false, false);
        }
    }

    private static void untilTheEnd(ZMQ.Socket socket, Runnable step) {
        try {
            while (true) {
                step.run();
            }
        } catch (ZMQException | End end) {
            socket.close();
        }
    }

    // ------------------------------------------------------------------------------------------------------- messages

    /** The next message that can be trusted and read; null if there is none now, for {@code ZMQ.DONTWAIT}. */
    private Message receive(ZMQ.Socket socket, int flags) {
        while (true) {
            byte[] first = socket.recv(flags);
            if (first == null) {
                return null;
            }
            List<byte[]> frames = new ArrayList<>(List.of(first));
            while (socket.hasReceiveMore()) {
                frames.add(socket.recv());
            }
            try {
                return wire.read(frames);
            } catch (Wire.BadMessage bad) {
                System.err.println("nn refused a message: " + bad.getMessage());
            }
        }
    }

    private void send(ZMQ.Socket socket, Message message) {
        List<byte[]> frames = wire.frames(message);
        synchronized (socket) {
            for (int i = 0; i < frames.size(); i++) {
                socket.send(frames.get(i), i + 1 < frames.size() ? ZMQ.SNDMORE : 0);
            }
        }
    }

    private void publish(Message parent, String type, JsonObject content) {
        send(iopub, wire.message(List.of(type.getBytes(StandardCharsets.UTF_8)), type, parent, content));
    }

    /** Answers a request, and publishes that the kernel is busy until then. */
    private void answer(ZMQ.Socket socket, Message request, Supplier<JsonObject> answer) {
        publish(request, "status", object("execution_state", "busy"));
        JsonObject content = guarded(answer, request);
        String type = request.type().replace("_request", "_reply");
        send(socket, wire.message(request.identities(), type, request, content));
        publish(request, "status", object("execution_state", "idle"));
    }

    /** Turns a bug of nn into an answer, so that the kernel goes on. */
    private JsonObject guarded(Supplier<JsonObject> answer, Message request) {
        try {
            return answer.get();
        } catch (ZMQException end) {
            throw end;
        } catch (RuntimeException | Error mistake) { // like a library that Java misses for a picture
            String what = "error: a bug in nn itself: " + mistake;
            JsonObject error =
                    Content.error("INTERNAL", what, List.of(what, "  = please report it, with what you did"));
            if (request.type().equals("execute_request")) {
                publish(request, "error", error.deepCopy());
            }
            return error;
        }
    }

    private void control(Message request) {
        switch (request.type()) {
            case "interrupt_request" -> {
                notebook.interrupt();
                answer(control, request, Content::ok);
            }
            case "shutdown_request" -> {
                notebook.interrupt();
                JsonObject ending = Content.ok();
                ending.addProperty("restart", request.is("restart", false));
                answer(control, request, () -> ending);
                publish(request, "shutdown_reply", ending);
                throw new End();
            }
            case "kernel_info_request" -> answer(control, request, Kernel::info);
            default -> unknown(control, request);
        }
    }

    private void shell(Message request) {
        int cursor = request.number("cursor_pos", 0);
        String code = request.text("code");
        switch (request.type()) {
            case "execute_request" -> execute(request);
            case "kernel_info_request" -> answer(shell, request, Kernel::info);
            case "complete_request" -> answer(shell, request, () -> notebook.complete(code, cursor));
            case "inspect_request" -> answer(shell, request, () -> notebook.inspect(code, cursor));
            case "is_complete_request" -> answer(shell, request, () -> Notebook.isComplete(code));
            case "history_request" -> answer(shell, request, () -> notebook.history(request));
            case "comm_info_request" ->
                answer(shell, request, () -> Content.with(Content.ok(), "comms", new JsonObject()));
            default -> unknown(shell, request);
        }
    }

    /** Refuses a request; what isn't one, like a comm's message, needs no answer. */
    private void unknown(ZMQ.Socket socket, Message request) {
        if (request.type().endsWith("_request")) {
            String what = "nn doesn't know " + request.type();
            answer(socket, request, () -> Content.error("UNKNOWN_REQUEST", what, List.of(what)));
        }
    }

    /** Runs a cell. After an error, those that were waiting by then don't run. */
    private void execute(Message request) {
        List<Message> waiting = new ArrayList<>();
        boolean[] failed = {false};
        answer(shell, request, () -> {
            JsonObject answer = notebook.execute(request, (type, content) -> publish(request, type, content));
            failed[0] = answer.get("status").getAsString().equals("error") && request.is("stop_on_error", true);
            if (failed[0]) { // before the answer, since a client may react to it with another cell
                drain(waiting);
            }
            return answer;
        });
        for (Message next : waiting) {
            if (next.type().equals("execute_request")) {
                answer(shell, next, () -> object("status", "aborted"));
            } else {
                shell(next);
            }
        }
    }

    private void drain(List<Message> waiting) {
        for (Message next = receive(shell, ZMQ.DONTWAIT); next != null; next = receive(shell, ZMQ.DONTWAIT)) {
            waiting.add(next);
        }
    }

    private static JsonObject info() {
        String own = Session.class.getPackage().getImplementationVersion();
        String version = own == null ? "" : own;
        JsonObject language = object("name", "nn");
        language.addProperty("version", version);
        language.addProperty("mimetype", "text/x-nn");
        language.addProperty("file_extension", ".nn");
        language.addProperty("codemirror_mode", LIKE);
        language.addProperty("pygments_lexer", LIKE);
        JsonObject info = Content.ok();
        info.addProperty("protocol_version", Wire.VERSION);
        info.addProperty("implementation", "nn");
        info.addProperty("implementation_version", version);
        info.addProperty("banner", "nn " + version + " · help explains more");
        info.addProperty("debugger", false);
        info.add("language_info", language);
        info.add("help_links", new JsonArray());
        return info;
    }
}
