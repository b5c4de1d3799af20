package org.nnlang.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nnlang.data.DataFault.BadCell;
import org.nnlang.data.DataFault.BadTestShare;
import org.nnlang.data.DataFault.ClassCount;
import org.nnlang.data.DataFault.ColumnUsedTwice;
import org.nnlang.data.DataFault.Gaps;
import org.nnlang.data.DataFault.InputCount;
import org.nnlang.data.DataFault.MissingCells;
import org.nnlang.data.DataFault.MixedColumn;
import org.nnlang.data.DataFault.NoTarget;
import org.nnlang.data.DataFault.NotFinite;
import org.nnlang.data.DataFault.TargetCount;
import org.nnlang.data.DataFault.TooFewTrainingRows;
import org.nnlang.data.DataFault.UnknownColumn;
import org.nnlang.data.DataFault.WrongFieldCount;

class DatasetTest {
    private static final Consumer<int[]> NO_SHUFFLE = _ -> Assertions.fail("nothing is drawn");
    private static final Consumer<int[]> REVERSE = order -> {
        for (int i = 0; i < order.length; i++) order[i] = order.length - 1 - i;
    };

    private static CsvTable table(String text) {
        return CsvTable.open(ByteSource.of(text), CsvFormat.STANDARD, CsvReader.PLAIN);
    }

    private static Dataset load(String text, CsvOptions options, int inputs, OutputShape outputs) {
        return Dataset.load(table(text), options, inputs, outputs, NO_SHUFFLE, Long.MAX_VALUE);
    }

    private static Dataset load(String text, String target, int inputs, int outputs) {
        return load(text, CsvOptions.ofTarget(target), inputs, linear(outputs));
    }

    private static DataFault fault(String text, CsvOptions options, int inputs, OutputShape outputs) {
        return Assertions.catchThrowableOfType(DataException.class, () -> load(text, options, inputs, outputs))
                .fault();
    }

    private static DataFault fault(String text) {
        return fault(text, CsvOptions.ofTarget("y"), 1, linear(1));
    }

    private static CsvOptions options(List<String> targets, List<String> inputs) {
        return new CsvOptions(targets, inputs, null, 0, Scale.NONE);
    }

    private static CsvOptions test(double share, Scale scale) {
        return new CsvOptions(List.of("y"), List.of(), null, share, scale);
    }

    private static OutputShape linear(int neurons) {
        return new OutputShape(neurons, false);
    }

    private static OutputShape softmax(int neurons) {
        return new OutputShape(neurons, true);
    }

    @Test
    void takesAllOtherColumnsAsInputs() {
        Dataset data = load("a,y,b\n1,2,3\n4,5,6\n", "y", 2, 1);
        assertThat(data.file().inputs()).extracting(ColumnSummary::name).containsExactly("a", "b");
        assertThat(data.file().classes()).isEmpty();
        assertThat(data.train().inputs()).isDeepEqualTo(new double[][] {{1, 3}, {4, 6}});
        assertThat(data.train().targets()).isDeepEqualTo(new double[][] {{2}, {5}});
        assertThat(data.test().size()).isZero();
        assertThat(data.file().scaling().scale()).isEqualTo(Scale.NONE);
    }

    @Test
    void takesColumnsInTheOrderTheyAreNamed() {
        CsvOptions options = options(List.of("d", "a"), List.of("c", "b"));
        Dataset data = load("a,b,c,d\n1,2,3,4\n", options, 2, linear(2));
        assertThat(data.file().inputs()).extracting(ColumnSummary::name).containsExactly("c", "b");
        assertThat(data.train().inputs()).isDeepEqualTo(new double[][] {{3, 2}});
        assertThat(data.train().targets()).isDeepEqualTo(new double[][] {{4, 1}});
    }

    @Test
    void neverLooksAtOtherColumns() {
        CsvOptions options = options(List.of("y"), List.of("a"));
        Dataset data = load("name,a,y,note\n\"Smith, J\",1,2,\n,3,4,nan\n", options, 1, linear(1));
        assertThat(data.train().inputs()).isDeepEqualTo(new double[][] {{1}, {3}});
    }

    @Test
    void aTextTargetIsOneHotInOrderOfFirstAppearance() {
        Dataset data = load("a,y\n1,pear\n2, apple \n3,pear\n4,\"fig, dried\"\n", "y", 1, 3);
        assertThat(data.file().classes()).containsExactly("pear", "apple", "fig, dried");
        assertThat(data.train().targets()).isDeepEqualTo(new double[][] {{1, 0, 0}, {0, 1, 0}, {1, 0, 0}, {0, 0, 1}});
    }

    @Test
    void integersBeforeSoftmaxAreOneHotInAscendingOrder() {
        Dataset data = load("a,y\n1,10\n2,-3\n3,2.0\n4,10\n", CsvOptions.ofTarget("y"), 1, softmax(3));
        assertThat(data.file().classes()).containsExactly("-3", "2", "10");
        assertThat(data.train().targets()).isDeepEqualTo(new double[][] {{0, 0, 1}, {1, 0, 0}, {0, 1, 0}, {0, 0, 1}});
    }

    @Test
    void minusZeroIsTheClassZero() {
        Dataset data = load("a,y\n1,-0\n2,0\n3,1\n", CsvOptions.ofTarget("y"), 1, softmax(2));
        assertThat(data.file().classes()).containsExactly("0", "1");
    }

    @Test
    void integersElsewhereAreNumbers() {
        assertThat(load("a,y\n1,3\n2,7\n", "y", 1, 1).train().targets()).isDeepEqualTo(new double[][] {{3}, {7}});
        assertThat(load("a,y\n1,3\n2,7\n", CsvOptions.ofTarget("y"), 1, softmax(1))
                        .file()
                        .classes())
                .isEmpty();
        CsvOptions two = options(List.of("y", "z"), List.of());
        Dataset data = load("a,y,z\n1,0,1\n", two, 1, softmax(2));
        assertThat(data.file().classes()).isEmpty();
        assertThat(data.train().targets()).isDeepEqualTo(new double[][] {{0, 1}});
    }

    @Test
    void fractionsBeforeSoftmaxAreNumbers() {
        assertThat(fault("a,y\n1,0\n2,0.5\n", CsvOptions.ofTarget("y"), 1, softmax(2)))
                .isEqualTo(new TargetCount(List.of("y"), 2));
        assertThat(fault("a,y\n1,1e300\n2,0\n", CsvOptions.ofTarget("y"), 1, softmax(2)))
                .isEqualTo(new TargetCount(List.of("y"), 2));
    }

    @Test
    void testRowsAreTheFirstShuffledOnesInFileOrder() {
        String text = "a,y\n0,0\n1,1\n2,2\n3,3\n4,4\n";
        Dataset data = Dataset.load(table(text), test(0.4, Scale.NONE), 1, linear(1), REVERSE, Long.MAX_VALUE);
        assertThat(data.train().inputs()).isDeepEqualTo(new double[][] {{0}, {1}, {2}});
        assertThat(data.test().inputs()).isDeepEqualTo(new double[][] {{3}, {4}});
        assertThat(data.test().targets()).isDeepEqualTo(new double[][] {{3}, {4}});
    }

    @Test
    void theNumberOfTestRowsIsRounded() {
        String text = "a,y\n" + "1,2\n".repeat(10);
        for (double[] shareAndRows : new double[][] {{0.04, 0}, {0.05, 1}, {0.14, 1}, {0.15, 2}, {0.94, 9}}) {
            Dataset data =
                    Dataset.load(table(text), test(shareAndRows[0], Scale.NONE), 1, linear(1), REVERSE, Long.MAX_VALUE);
            assertThat(data.test().size()).isEqualTo((int) shareAndRows[1]);
            assertThat(data.train().size()).isEqualTo(10 - (int) shareAndRows[1]);
        }
    }

    @Test
    void scalesBothPartsByTheTrainingRowsAndNoTargets() {
        String text = "a,y\n2,100\n4,200\n8,300\n";
        Dataset data = Dataset.load(table(text), test(0.3, Scale.MINMAX), 1, linear(1), REVERSE, Long.MAX_VALUE);
        assertThat(data.train().inputs()).isDeepEqualTo(new double[][] {{0}, {1}});
        assertThat(data.test().inputs()).isDeepEqualTo(new double[][] {{3}});
        assertThat(data.test().targets()).isDeepEqualTo(new double[][] {{300}});
        assertThat(data.file().scaling().apply(new double[] {3})).containsExactly(0.5);
    }

    @Test
    void classesOfTestRowsCount() {
        Dataset data = Dataset.load(
                table("a,y\n1,p\n2,q\n3,r\n"), test(0.3, Scale.NONE), 1, softmax(3), REVERSE, Long.MAX_VALUE);
        assertThat(data.file().classes()).containsExactly("p", "q", "r");
        assertThat(data.test().targets()).isDeepEqualTo(new double[][] {{0, 0, 1}});
    }

    @Test
    void inputCellsThatAreNoNumbers() {
        assertThat(fault("x,y\n1,2\n\nred,3\n")).isEqualTo(badCell(4, "x", "red"));
        assertThat(fault("x,y\n1,2\n 1d ,2\n")).isEqualTo(badCell(3, "x", "1d"));
        assertThat(fault("x,y\n1,2\n\"two\nlines\",2\n")).isEqualTo(badCell(3, "x", "two\nlines"));
        assertThat(fault("x,y\n1,2\n-,2\n")).isEqualTo(badCell(3, "x", "-"));
        assertThat(fault("x,y\n1,2\n0x1p3,2\n")).isEqualTo(badCell(3, "x", "0x1p3"));
    }

    private static BadCell badCell(int line, String column, String text) {
        return new BadCell(line, column, text, CsvFormat.STANDARD.separatedBy(','));
    }

    private static MissingCells missing(int rows, Gaps... gaps) {
        return new MissingCells(List.of(gaps), rows, CsvFormat.Missing.REFUSED);
    }

    @Test
    void cellsWithoutAValueAreCounted() {
        assertThat(fault("x,y\n1,2\n,3\n")).isEqualTo(missing(2, new Gaps("x", 1, 3, false, false)));
        assertThat(fault("x,y\n1, \n2,3\nNA,null\n\n4,NaN\n"))
                .isEqualTo(missing(4, new Gaps("x", 1, 4, false, false), new Gaps("y", 3, 2, true, false)));
        assertThat(fault("x,y\n1,p\n2,\"\"\n")).isEqualTo(missing(2, new Gaps("y", 1, 3, true, true)));
        assertThat(fault("y,x\n \n,1\n2,?\n"))
                .isEqualTo(missing(2, new Gaps("x", 1, 4, false, false), new Gaps("y", 1, 3, true, false)));
        assertThat(fault("x,y\n,\n")).isEqualTo(missing(1, gap("x"), gap("y")));
    }

    private static Gaps gap(String column) {
        return new Gaps(column, 1, 2, column.equals("y"), false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"inf", "-inf", "+Infinity", "INF", "1e999", "-1e400"})
    void cellsThatAreNotFinite(String cell) {
        assertThat(fault("x,y\n" + cell + ",1\n")).isEqualTo(new NotFinite(2, "x", cell));
        assertThat(fault("x,y\n1," + cell + "\n")).isEqualTo(new NotFinite(2, "y", cell));
        assertThat(fault("x,y\n1,p\n1," + cell + "\n")).isEqualTo(new NotFinite(3, "y", cell));
        CsvOptions two = options(List.of("x", "y"), List.of());
        assertThat(fault("x,y,z\n1," + cell + ",1\n", two, 1, linear(2))).isEqualTo(new NotFinite(2, "y", cell));
    }

    @Test
    void aTargetOfMixedKinds() {
        assertThat(fault("x,y\n1,2\n1,p\n1,3\n"))
                .isEqualTo(new MixedColumn(3, "y", "p", true, CsvFormat.STANDARD.separatedBy(',')));
        assertThat(fault("x,y\n1,p\n1,q\n1, 3\n"))
                .isEqualTo(new MixedColumn(4, "y", "3", false, CsvFormat.STANDARD.separatedBy(',')));
    }

    @Test
    void oneOfSeveralTargetsIsText() {
        CsvOptions two = options(List.of("y", "z"), List.of());
        assertThat(fault("x,y,z\n1,2,p\n", two, 1, linear(2))).isEqualTo(badCell(2, "z", "p"));
    }

    @Test
    void aWrongFieldCountGoesBeforeABadCell() {
        assertThat(fault("x,y,z\nred,1\n", CsvOptions.ofTarget("y"), 2, linear(1)))
                .isEqualTo(new WrongFieldCount(2, 3, 2, true, ','));
    }

    @Test
    void theFirstFaultOfTheFileIsReported() {
        assertThat(fault("x,y\n1,inf\nred,1\n1\n")).isEqualTo(new NotFinite(2, "y", "inf"));
        assertThat(fault("y,x\ninf,red\n")).isEqualTo(new NotFinite(2, "y", "inf"));
    }

    @Test
    void unknownColumns() {
        assertThat(fault("x,y\n1,2\n", CsvOptions.ofTarget("z"), 2, linear(1)))
                .isEqualTo(new UnknownColumn("z", List.of("x", "y")));
        assertThat(fault("x,y\n1,2\n", options(List.of("y"), List.of("X")), 1, linear(1)))
                .isEqualTo(new UnknownColumn("X", List.of("x", "y")));
    }

    @Test
    void countsThatDoNotFitTheNetwork() {
        assertThat(fault("a,b,y\n1,2,3\n")).isEqualTo(new InputCount(List.of(numbers("a"), numbers("b")), 1));
        assertThat(fault("y\n1\n")).isEqualTo(new InputCount(List.of(), 1));
        assertThat(fault("x,y\n1,2\n", CsvOptions.ofTarget("y"), 1, linear(2)))
                .isEqualTo(new TargetCount(List.of("y"), 2));
        assertThat(fault("x,y,z\n1,2,3\n", options(List.of("y", "z"), List.of()), 1, linear(1)))
                .isEqualTo(new TargetCount(List.of("y", "z"), 1));
        assertThat(fault("x,y\n1,p\n1,q\n1,r\n")).isEqualTo(new ClassCount("y", List.of("p", "q", "r"), 1));
        assertThat(fault("x,y\n1,5\n1,4\n1,3\n", CsvOptions.ofTarget("y"), 1, softmax(2)))
                .isEqualTo(new ClassCount("y", List.of("3", "4", "5"), 2));
    }

    private static DataFault.Classes numbers(String column) {
        return new DataFault.Classes(column, List.of());
    }

    @Test
    void noRowIsLeftToTrainOn() {
        assertThat(fault("x,y\n1,2\n", test(0.9, Scale.STANDARD), 1, linear(1)))
                .isEqualTo(new TooFewTrainingRows(1, 1));
    }

    @Test
    void badOptions() {
        assertThat(optionsFault(List.of(), List.of(), 0)).isEqualTo(new NoTarget());
        assertThat(optionsFault(List.of("y", "y"), List.of(), 0)).isEqualTo(new ColumnUsedTwice("y"));
        assertThat(optionsFault(List.of("y"), List.of("a", "a"), 0)).isEqualTo(new ColumnUsedTwice("a"));
        assertThat(optionsFault(List.of("y"), List.of("a", "y"), 0)).isEqualTo(new ColumnUsedTwice("y"));
        assertThat(optionsFault(List.of("y"), List.of(), 1)).isEqualTo(new BadTestShare(1));
        assertThat(optionsFault(List.of("y"), List.of(), -0.1)).isEqualTo(new BadTestShare(-0.1));
        assertThat(optionsFault(List.of("y"), List.of(), Double.NaN)).isEqualTo(new BadTestShare(Double.NaN));
    }

    private static DataFault optionsFault(List<String> targets, List<String> inputs, double share) {
        return Assertions.catchThrowableOfType(
                        DataException.class, () -> new CsvOptions(targets, inputs, null, share, Scale.NONE))
                .fault();
    }

    @Test
    void noTextHoweverOddEndsInAnotherException() {
        Random random = new Random(11);
        String alphabet = ",,,,;\t\"\"\n\n\r  1290.-e#py\uFEFF\uD800é\0";
        int loaded = 0;
        for (int i = 0; i < 100_000; i++) {
            StringBuilder text = new StringBuilder(i % 2 == 0 ? "p,y\n" : "");
            for (int n = random.nextInt(20); n > 0; n--)
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            CsvOptions options = new CsvOptions(List.of("y"), List.of(), null, 0.3, Scale.values()[i % 3]);
            OutputShape outputs = new OutputShape(1 + i % 2, i % 5 == 0);
            try {
                Dataset data = Dataset.load(table(text.toString()), options, 1, outputs, REVERSE, Long.MAX_VALUE);
                assertThat(data.train().inputs()[0][0]).isFinite();
                loaded++;
            } catch (DataException e) {
                assertThat(e.fault()).isNotNull();
            }
        }
        assertThat(loaded).isPositive();
    }

    @Test
    void recordsCheckThemselves() {
        assertThatThrownBy(() -> linear(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Dataset.Part(new double[1][1], new double[2][1], null))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
