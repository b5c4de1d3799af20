package org.nnlang.prompt;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.impl.jni.JniTerminalProvider;
import org.jline.terminal.spi.SystemStream;
import org.jline.utils.InfoCmp;
import org.jline.utils.Signals;

/** This process's terminal, opened quickly: without provider search, new process or terminal query. */
final class SystemTerminal {
    /** The common capabilities of terminals that a line editor needs. */
    private static final List<String> USUAL =
            List.of("xterm", "screen", "tmux", "rxvt", "alacritty", "kitty", "foot", "linux");

    private static final String CAPABILITIES = """
            usual|a terminal of today,
            \tam, xenl, colors#256, bel=^G, cbt=\\E[Z, clear=\\E[H\\E[2J, cr=^M, cub=\\E[%p1%dD, cub1=^H,
            \tcud=\\E[%p1%dB, cud1=^J, cuf=\\E[%p1%dC, cuf1=\\E[C, cup=\\E[%i%p1%d;%p2%dH, cuu=\\E[%p1%dA, cuu1=\\E[A,
            \tdch=\\E[%p1%dP, dch1=\\E[P, dl=\\E[%p1%dM, dl1=\\E[M, ed=\\E[J, el=\\E[K, ich=\\E[%p1%d@, il=\\E[%p1%dL,
            \til1=\\E[L, kcbt=\\E[Z, kcub1=\\EOD, kcud1=\\EOB, kcuf1=\\EOC, kcuu1=\\EOA, kdch1=\\E[3~, kend=\\EOF,
            \tkhome=\\EOH, kich1=\\E[2~, knp=\\E[6~, kpp=\\E[5~, rmcup=\\E[?1049l, rmkx=\\E[?1l\\E>, smcup=\\E[?1049h, smkx=\\E[?1h\\E=,
            """;

    private SystemTerminal() {}

    /** Opens it; {@code type} is the TERM of the environment. */
    static Terminal open(String type) throws IOException {
        if (type == null || type.isEmpty() || type.startsWith("dumb")) {
            return TerminalBuilder.builder()
                    .type("dumb")
                    .dumb(true)
                    .graphemeCluster(false)
                    .build();
        }
        if (USUAL.stream().anyMatch(type::startsWith)) {
            InfoCmp.setLoadedInfoCmp(type, CAPABILITIES); // otherwise JLine would start a process to ask
        }
        return new JniTerminalProvider()
                .sysTerminal(
                        "nn",
                        type,
                        false,
                        StandardCharsets.UTF_8,
                        StandardCharsets.UTF_8,
                        StandardCharsets.UTF_8,
                        false,
                        Terminal.SignalHandler.SIG_IGN,
                        false,
                        SystemStream.Output);
    }

    /** Passes the process's signals to the terminal: Ctrl-C, a new window size, a return to the foreground. */
    static void listen(Terminal terminal) {
        for (Signal signal : List.of(Signal.INT, Signal.WINCH, Signal.CONT)) {
            Signals.register(signal.name(), () -> terminal.raise(signal));
        }
    }
}
