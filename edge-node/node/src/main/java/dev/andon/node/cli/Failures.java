package dev.andon.node.cli;

import dev.andon.config.ConfigException;
import dev.andon.config.register.RegisterException;
import dev.andon.knowledge.StageException;
import dev.andon.models.ModelException;
import dev.andon.node.escalation.EscalationException;
import dev.andon.node.handover.HandoverException;
import dev.andon.node.incident.IncidentException;
import dev.andon.node.sync.SyncException;
import dev.andon.node.sync.library.LibraryException;
import dev.andon.protocol.ProtocolException;

import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/// Says what failed, where, and what mends it. A stack trace is shown only for what nobody foresaw.
final class Failures implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(
            Exception failure, CommandLine command, ParseResult arguments) throws Exception {
        switch (failure) {
            case StageException known -> say(command, known);
            case ModelException known -> say(command, known);
            case ConfigException known -> say(command, known);
            case IncidentException known -> say(command, known);
            case EscalationException known -> say(command, known);
            case HandoverException known -> say(command, known);
            case LibraryException known -> say(command, known);
            case ProtocolException known -> say(command, known);
            case RegisterException known -> say(command, known);
            case SyncException known -> say(command, known);
            default -> throw failure;
        }
        return ExitCode.SOFTWARE;
    }

    private static void say(CommandLine command, RuntimeException known) {
        command.getErr().println("andon: " + known.getMessage());
        command.getErr().flush();
    }
}
