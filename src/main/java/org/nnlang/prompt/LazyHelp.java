package org.nnlang.prompt;

import org.nnlang.help.Help;

/** Keeps the help, which is read when it is first asked for; for several threads. */
final class LazyHelp {
    private Help help;

    synchronized Help get() {
        if (help == null) {
            help = Help.load();
        }
        return help;
    }
}
