package dev.andon.node.cli;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.knowledge.corpus.PageOfManual;
import dev.andon.node.EdgeNode;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/// A page of a manual as a picture.
@Command(
        name = "page",
        mixinStandardHelpOptions = true,
        description =
                "Draws a page of a PDF manual that is in the store, even if its file is gone.")
final class PageCommand implements Callable<Integer> {
    @ParentCommand private Andon andon;

    @Option(
            names = "--manual",
            paramLabel = "ID",
            required = true,
            description = "The document's own number, as an answer names it.")
    private String manual;

    @Option(
            names = "--page",
            paramLabel = "N",
            required = true,
            description = "Position in the file, from 1 (pdf_page of an answer).")
    private int page;

    @Option(
            names = "--revision",
            paramLabel = "REV",
            description = "Of the manual (default: the current one).")
    private @Nullable String revision;

    @Option(names = "--language", paramLabel = "TAG", description = "Of the manual.")
    private @Nullable String language;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "PNG to write.")
    private Path out;

    @Override
    public Integer call() {
        try (EdgeNode node = EdgeNode.open(andon.home(), andon.config())) {
            byte[] png = node.picture(new PageOfManual(manual, revision, language, page));
            Files.write(out, png);
            andon.out().println("Page %d of %s is in %s.".formatted(page, manual, out));
            andon.out().flush();
            return ExitCode.OK;
        } catch (IOException e) {
            throw new StageException(
                    Stage.CORPUS,
                    "picture-not-written",
                    "%s cannot be written (%s): name another file.".formatted(out, e.getMessage()),
                    e);
        }
    }
}
