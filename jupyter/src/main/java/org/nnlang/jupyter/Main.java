package org.nnlang.jupyter;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.nnlang.files.FileReason;
import org.zeromq.ZMQException;

/** Starts a kernel, or installs it. */
public final class Main {
    private Main() {}

    /** {@code run FILE}, or {@code install FOLDER COMMAND…}; ends the process. */
    public static void main(String[] args) {
        System.exit(run(List.of(args)));
    }

    private static int run(List<String> args) {
        try {
            if (args.getFirst().equals("install")) {
                Path installed = KernelSpec.install(Path.of(args.get(1)), args.subList(2, args.size()));
                System.out.println("installed the kernel nn in " + installed);
                return 0;
            }
        } catch (IOException trouble) {
            return failed("can't install the kernel: " + FileReason.of(trouble));
        }
        String file = args.get(1);
        try {
            Connection connection = Connection.read(Path.of(file));
            exitWithJupyter();
            new Kernel(connection).run();
            return 0;
        } catch (IOException trouble) {
            return failed("can't use the connection file " + file + ": " + FileReason.of(trouble));
        } catch (ZMQException trouble) {
            return failed("can't listen as " + file + " says: " + trouble.getMessage());
        }
    }

    private static int failed(String what) {
        System.err.println("error: " + what);
        return 1;
    }

    /** Ends this process when Jupyter's, which started it, has ended without a word, maybe before this line is reached. */
    private static void exitWithJupyter() {
        String parent = System.getenv().getOrDefault("JPY_PARENT_PID", "");
        if (parent.chars().allMatch(Character::isDigit) && !parent.isEmpty()) {
            ProcessHandle.of(Long.parseLong(parent))
                    .ifPresentOrElse(jupyter -> jupyter.onExit().thenRun(() -> System.exit(0)), () -> System.exit(0));
        }
    }
}
