package org.nnlang.language.statement;

import org.nnlang.data.CsvFormat;
import org.nnlang.data.CsvTable;
import org.nnlang.data.FileSummary;
import org.nnlang.data.NewRows;
import org.nnlang.language.Checking;
import org.nnlang.language.DataWording;
import org.nnlang.language.Expr;
import org.nnlang.language.Failure;
import org.nnlang.language.GivenSamples;
import org.nnlang.language.Host;
import org.nnlang.language.Running;
import org.nnlang.language.Scripts;
import org.nnlang.language.Spec;
import org.nnlang.language.Statement;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

/** {@code predict csv("new.csv") to "out.csv"}: writes a file's rows with the outputs next to them. */
public record PredictFile(Spec csv, Expr.Text to, Span span) implements Statement {
    @Override
    public void check(Checking c) {
        c.network(span);
        c.needs(span).file("`predict csv(…)`");
        c.exists(CsvSpec.toPredict(csv, CsvFormat.STANDARD).path());
        c.writes(to);
    }

    @Override
    public void run(Running r) {
        r.needs(span).file("`predict csv(…)`");
        GivenSamples samples = r.workspace().samples();
        FileSummary known = samples.file();
        CsvSpec read = CsvSpec.toPredict(csv, known.format());
        Expr.Text from = read.path();
        Scripts scripts = r.scripts();
        Host host = scripts.host();
        String written = scripts.resolve(to.value(), to.span());
        if (host.isSame(scripts.resolve(from.value(), from.span()), written) || host.isSame(samples.path(), written)) {
            throw new Failure(to.span(), Problem.WRITES_WHAT_IT_READS, to.value());
        }
        NewRows rows = r.open(from, bytes -> {
            CsvTable table = CsvTable.open(bytes, read.format(), host.csv());
            return NewRows.read(table, known, host.memory());
        });
        scripts.write(to, new Predictions(r, known, rows, span).text(from));
        if (!rows.missing().isEmpty()) {
            r.notice(from.span(), DataWording.of(from.value(), rows));
        }
    }
}
