package dev.andon.node.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import picocli.CommandLine;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/// One run of the command `andon` in this process, as its user sees it.
record CommandRun(int exit, String out, String err) {
    private static final JsonMapper JSON = new JsonMapper();

    static CommandRun of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = Andon.commandLine();
        command.setOut(new PrintWriter(out));
        command.setErr(new PrintWriter(err));
        int exit = command.execute(arguments);
        return new CommandRun(exit, out.toString(), err.toString());
    }

    List<JsonNode> objects() {
        return out.lines().map(CommandRun::parse).toList();
    }

    JsonNode object() {
        return objects().getFirst();
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException notJson) {
            throw new UncheckedIOException(line, notJson);
        }
    }
}
