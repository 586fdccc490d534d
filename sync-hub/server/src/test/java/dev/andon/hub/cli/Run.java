package dev.andon.hub.cli;

import picocli.CommandLine;

import java.io.PrintWriter;
import java.io.StringWriter;

/// A command line run in this process.
record Run(int exit, String out, String err) {
    static Run of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = HubMain.commandLine();
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int exit = line.execute(arguments);
        return new Run(exit, out.toString(), err.toString());
    }
}
