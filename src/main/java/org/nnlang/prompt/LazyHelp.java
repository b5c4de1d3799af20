package org.nnlang.prompt;

import org.nnlang.help.Help;

/** Loads the help on first use; safe for several threads. */
final class LazyHelp {
    private Help help;

    synchronized Help get() {
        if (help == null) {
            help = Help.load();
        }
        return help;
    }
}
