package org.nnlang.language;

import java.util.List;
import java.util.stream.Stream;
import org.nnlang.data.ByteSource;
import org.nnlang.data.CsvOptions;
import org.nnlang.data.CsvTable;
import org.nnlang.data.DataException;
import org.nnlang.data.DataNotice;
import org.nnlang.data.Dataset;
import org.nnlang.data.FileSummary;
import org.nnlang.data.NewRows;
import org.nnlang.data.OutputShape;
import org.nnlang.language.statement.PredictFile;
import org.nnlang.language.statement.SetCsv;
import org.nnlang.network.Activation;
import org.nnlang.network.Cancellation;
import org.nnlang.network.Layer;
import org.nnlang.network.Network;
import org.nnlang.network.Random64;
import org.nnlang.network.Samples;
import org.nnlang.network.Streams;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.Problem;

/** Reads samples from files, and tells what was done to them on the way. */
final class DataFiles {
    private final Workspace workspace;
    private final Evaluator evaluator;
    private final Scripts scripts;
    private final Listener listener;
    private final Cancellation cancellation;

    DataFiles(Workspace workspace, Evaluator evaluator, Scripts scripts, Listener listener, Cancellation cancellation) {
        this.workspace = workspace;
        this.evaluator = evaluator;
        this.scripts = scripts;
        this.listener = listener;
        this.cancellation = cancellation;
    }

    void load(SetCsv s) {
        Network network = workspace.network(s.span());
        CsvSpec csv = CsvSpec.of(s.csv(), evaluator::number);
        Dataset data = open(csv.path(), bytes -> load(network, csv, bytes));
        Samples samples = Classes.samples(data, network.output().neurons());
        new Overflows(workspace.settings().method().precision(), csv.path().span()).check(samples, network);
        List<String> order = data.file().twoValued() ? data.file().classes() : samples.classes();
        String path = scripts.resolve(csv.path().value(), csv.path().span());
        workspace.setData(samples, data.file().withClasses(order), path);
        for (DataNotice notice : data.notices()) {
            listener.on(new Event.Reported(Diagnostic.notice(
                    csv.path().span(), DataWording.of(csv.path().value(), notice))));
        }
    }

    /** Writes a file's rows with the outputs beside them. */
    void predict(PredictFile s) {
        new Preconditions(workspace.declarations(), s.span()).file("`predict csv(…)`");
        FileSummary known = workspace.file();
        CsvSpec csv = CsvSpec.toPredict(s.csv(), known.format());
        Host host = scripts.host();
        String to = scripts.resolve(s.to().value(), s.to().span());
        String rowsOf = scripts.resolve(csv.path().value(), csv.path().span());
        if (Stream.of(rowsOf, workspace.filePath()).anyMatch(read -> host.isSame(read, to))) {
            throw new Failure(s.to().span(), new Problem.WritesWhatItReads(s.to().value()));
        }
        NewRows rows = open(csv.path(), bytes -> {
            CsvTable table = CsvTable.open(bytes, csv.format(), host.csv());
            return NewRows.read(table, known, host.memory());
        });
        String text = new Predictions(workspace, known, rows, cancellation, s.span()).text(csv.path());
        scripts.write(s.to(), text);
        if (!rows.missing().isEmpty()) {
            Problem problem = DataWording.of(csv.path().value(), rows);
            listener.on(new Event.Reported(Diagnostic.notice(csv.path().span(), problem)));
        }
    }

    /** What is made of the bytes of a data file; what is wrong with it is told at its name. */
    private <T> T open(Expr.Text path, java.util.function.Function<ByteSource, T> use) {
        try {
            return scripts.open(path, bytes -> use.apply(bytes.checked(cancellation::check)));
        } catch (DataException fault) {
            throw new Failure(path.span(), DataWording.of(path.value(), fault.fault()));
        }
    }

    private Dataset load(Network network, CsvSpec csv, ByteSource bytes) {
        List<String> targets = names(csv.targets()).toList();
        List<String> inputs = names(csv.inputs()).toList();
        CsvOptions options = new CsvOptions(targets, inputs, csv.test(), csv.scale());
        Layer output = network.output();
        OutputShape shape = new OutputShape(output.size(), output.activation() instanceof Activation.Softmax);
        Random64 random = Random64.of(workspace.settings().get(Setting.SEED), Streams.TEST_ROWS);
        Host host = scripts.host();
        CsvTable table = CsvTable.open(bytes, csv.format(), host.csv());
        return Dataset.load(table, options, network.input().size(), shape, random::shuffle, host.memory());
    }

    private static Stream<String> names(List<Expr> columns) {
        return columns.stream().map(CsvSpec::column);
    }
}
