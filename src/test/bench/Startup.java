import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Runs commands in turn and prints how long each takes, from its start to its end. */
final class Startup {
    private static final int WARM_UP = 2;

    private record Program(String name, List<String> command, double[] times) {
        void run(int round) throws IOException, InterruptedException {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            long start = System.nanoTime();
            int status = builder.start().waitFor();
            long end = System.nanoTime();
            if (status != 0) {
                throw new IllegalStateException(name + " ended with " + status);
            }
            if (round >= 0) {
                times[round] = (end - start) / 1e6;
            }
        }

        double quantile(double share) {
            double[] sorted = times.clone();
            Arrays.sort(sorted);
            return sorted[(int) Math.round(share * (sorted.length - 1))];
        }
    }

    private Startup() {}

    /** Takes the number of rounds, then names and commands; a space in a word of a command has a backslash before it. */
    public static void main(String[] args) throws IOException, InterruptedException {
        int rounds = Integer.parseInt(args[0]);
        List<Program> programs = new ArrayList<>();
        for (int i = 1; i < args.length; i += 2) {
            List<String> words = Arrays.stream(args[i + 1].split("(?<!\\\\) "))
                    .map(word -> word.replace("\\ ", " "))
                    .toList();
            programs.add(new Program(args[i], words, new double[rounds]));
        }
        for (int round = -WARM_UP; round < rounds; round++) {
            for (Program program : programs) {
                program.run(round);
            }
        }
        double first = programs.getFirst().quantile(0.5);
        System.out.printf("%-24s %8s %8s %8s %8s%n", rounds + " rounds, ms", "median", "fastest", "slowest", "ratio");
        for (Program p : programs) {
            double median = p.quantile(0.5);
            System.out.printf(
                    "%-24s %8.1f %8.1f %8.1f %8.2f%n", p.name(), median, p.quantile(0), p.quantile(1), median / first);
        }
    }
}
