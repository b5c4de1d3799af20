package org.nnlang.embed;

import org.nnlang.engine.Engine;
import org.nnlang.language.Host;
import org.nnlang.session.Session;
import org.nnlang.training.Kernels;

/**
 * Sessions for Java programs.
 *
 * <pre>{@code
 * Session session = Nn.session();
 * session.run("input x[2]; layer y[1] sigmoid; weights y = [0.4, 0.45]; input = [1, 2]; target = [0]; train 100");
 * double error = session.number("error");
 * }</pre>
 */
public final class Nn {
    private Nn() {}

    /** A session without files that trains with generated code and vector loops. */
    public static Session session() {
        return new Session(new Host() {
            @Override
            public Kernels kernels() {
                return new Engine();
            }
        });
    }
}
