package org.nnlang.repl;

import org.nnlang.help.Help;

/** Keeps the help, which is read when it is first asked for; for several threads. */
final class Shelf {
    private Help help;

    synchronized Help get() {
        if (help == null) {
            help = Help.load();
        }
        return help;
    }
}
