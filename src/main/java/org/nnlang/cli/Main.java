package org.nnlang.cli;

/** The command {@code nn}. */
public final class Main {
    private Main() {}

    /** Runs the command line. */
    public static void main(String[] args) {
        System.out.println("nn");
    }
}
