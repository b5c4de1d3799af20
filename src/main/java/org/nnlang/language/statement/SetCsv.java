package org.nnlang.language.statement;

import java.util.List;
import org.nnlang.data.ByteSource;
import org.nnlang.data.CsvOptions;
import org.nnlang.data.CsvTable;
import org.nnlang.data.DataNotice;
import org.nnlang.data.Dataset;
import org.nnlang.data.OutputShape;
import org.nnlang.language.Checking;
import org.nnlang.language.DataWording;
import org.nnlang.language.Expr;
import org.nnlang.language.GivenSamples;
import org.nnlang.language.Host;
import org.nnlang.language.KnownSamples;
import org.nnlang.language.Running;
import org.nnlang.language.Setting;
import org.nnlang.language.Spec;
import org.nnlang.language.Statement;
import org.nnlang.network.Layer;
import org.nnlang.network.Network;
import org.nnlang.network.Random64;
import org.nnlang.network.Samples;
import org.nnlang.network.Streams;
import org.nnlang.text.Span;

/**
 * {@code data = csv("iris.csv", target: species, test: 20%, scale: standard)}: reads the samples from a file, and
 * holds some of them out for testing.
 */
public record SetCsv(Spec csv, Span span) implements Statement {
    @Override
    public void check(Checking c) {
        c.network(span);
        c.give(KnownSamples.ofFile(true)); // stays if the options have an error
        CsvSpec read = CsvSpec.of(csv, c::number);
        c.give(KnownSamples.ofFile(Double.isNaN(read.test()) || read.test() > 0));
        c.exists(read.path());
    }

    @Override
    public void run(Running r) {
        Network network = r.network(span);
        CsvSpec read = CsvSpec.of(csv, r::number);
        Expr.Text file = read.path();
        Dataset data = r.open(file, bytes -> load(r, network, read, bytes));
        Samples samples = Classes.samples(data, network.output().neurons());
        r.overflows(file.span()).check(samples, network);
        List<String> classes = data.file().twoValued() ? data.file().classes() : samples.classes();
        String path = r.scripts().resolve(file.value(), file.span());
        r.workspace().give(GivenSamples.of(samples, data.file().withClasses(classes), path));
        for (DataNotice notice : data.notices()) {
            r.notice(file.span(), DataWording.of(file.value(), notice));
        }
    }

    private static Dataset load(Running r, Network network, CsvSpec read, ByteSource bytes) {
        List<String> targets = read.targets().stream().map(CsvSpec::column).toList();
        List<String> inputs = read.inputs().stream().map(CsvSpec::column).toList();
        CsvOptions options = new CsvOptions(targets, inputs, read.weight(), read.test(), read.scale());
        Layer output = network.output();
        OutputShape shape = new OutputShape(output.size(), !output.activation().elementwise());
        Random64 random = Random64.of(r.workspace().settings().get(Setting.SEED), Streams.TEST_ROWS);
        Host host = r.scripts().host();
        CsvTable table = CsvTable.open(bytes, read.format(), host.csv());
        return Dataset.load(table, options, network.input().size(), shape, random::shuffle, host.memory());
    }
}
