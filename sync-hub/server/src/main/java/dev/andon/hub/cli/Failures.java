package dev.andon.hub.cli;

import dev.andon.config.ConfigException;
import dev.andon.hub.HubException;
import dev.andon.hub.broker.BrokerException;
import dev.andon.hub.library.LibraryException;
import dev.andon.hub.pki.PkiException;
import dev.andon.hub.store.StoreException;
import dev.andon.hub.web.WebException;
import dev.andon.mqtt.MqttFailure;

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
            case HubException known -> say(command, known);
            case ClientException known -> say(command, known);
            case LibraryException known -> say(command, known);
            case ConfigException known -> say(command, known);
            case PkiException known -> say(command, known);
            case StoreException known -> say(command, known);
            case BrokerException known -> say(command, known);
            case WebException known -> say(command, known);
            case MqttFailure known -> say(command, known);
            default -> throw failure;
        }
        return ExitCode.SOFTWARE;
    }

    private static void say(CommandLine command, RuntimeException known) {
        command.getErr().println("andon: " + known.getMessage());
        command.getErr().flush();
    }
}
