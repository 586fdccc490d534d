package dev.andon.node;

import dev.andon.config.DeviceConfig;
import dev.andon.config.NodeHome;
import dev.andon.knowledge.answer.Answerer;
import dev.andon.knowledge.answer.Reply;
import dev.andon.knowledge.retrieval.Retriever;
import dev.andon.models.Manifest;
import dev.andon.models.ModelStore;
import dev.andon.node.dialog.Interpreter;
import dev.andon.node.dialog.Request;
import dev.andon.node.dialog.Situation;
import dev.andon.node.dialog.phrase.PhraseBook;
import dev.andon.node.sync.library.Asker;
import dev.andon.node.sync.library.ConfigPlacement;
import dev.andon.node.sync.library.Disk;
import dev.andon.node.sync.library.Installer;
import dev.andon.node.sync.library.Ledger;
import dev.andon.node.sync.library.LibraryFiles;
import dev.andon.node.sync.library.LibraryMembers;
import dev.andon.node.sync.library.ManualInstaller;
import dev.andon.node.sync.library.ManualTools;
import dev.andon.node.sync.library.ModelInstaller;
import dev.andon.node.sync.library.PhrasesPlacement;
import dev.andon.node.sync.library.PlacedInstaller;
import dev.andon.node.sync.library.RegisterPlacement;
import dev.andon.node.sync.library.sqlite.LedgerTables;
import dev.andon.protocol.DocumentKind;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// Who installs what the hub publishes, out of the home and the node's engines.
final class LibraryWiring {
    private static final Logger LOG = LoggerFactory.getLogger(LibraryWiring.class);

    private static final String NO_QUESTION = "It is a command, and no question.";

    private LibraryWiring() {}

    /// @param time the hub's clock as far as the node knows it
    static LibraryMembers members(
            NodeHome home,
            DeviceConfig config,
            LibraryIdentity identity,
            ManualTools manuals,
            LongSupplier time) {
        LibraryFiles files = new LibraryFiles(home.library());
        Ledger ledger =
                LedgerTables.open(
                        files.ledger(),
                        damaged ->
                                LOG.warn(
                                        "The library's ledger was damaged and is kept as {}; what"
                                                + " the hub publishes is installed anew.",
                                        damaged));
        return new LibraryMembers(
                identity.site(),
                identity.node(),
                identity.keys(),
                files,
                ledger,
                installers(home, files, ledger, manuals),
                Disk.leaving((long) config.sync().reserveMiB() << 20),
                time);
    }

    private static Map<DocumentKind, Installer> installers(
            NodeHome home, LibraryFiles files, Ledger ledger, ManualTools manuals) {
        ModelStore models = new ModelStore(home.models(), Manifest.bundledAnd(home.manifest()));
        return Map.of(
                DocumentKind.MANUAL,
                new ManualInstaller(files, manuals),
                DocumentKind.REGISTER,
                new PlacedInstaller(files, ledger, new RegisterPlacement(home.register())),
                DocumentKind.CONFIG,
                new PlacedInstaller(files, ledger, new ConfigPlacement(home.config())),
                DocumentKind.PHRASES,
                new PlacedInstaller(
                        files, ledger, new PhrasesPlacement(home.phrases(), PhraseBook::complaint)),
                DocumentKind.MODEL,
                new ModelInstaller(files, models));
    }

    /// Asks as a typed question is asked, without a conversation.
    static Asker asker(Supplier<Interpreter> interpreter, Supplier<Answerer> answerer) {
        return (question, machine, manuals) ->
                reply(
                        interpreter.get().question(question, Situation.first(machine)),
                        answerer.get(),
                        manuals);
    }

    private static Reply reply(Request request, Answerer answerer, Retriever manuals) {
        return switch (request) {
            case Request.Ask(var question) -> answerer.answer(question, manuals.retrieve(question));
            case Request.WhichMachine(_, var choices) ->
                    new Reply.Clarification(
                            "Which machine: " + String.join(", ", choices) + "?",
                            List.of(),
                            choices);
            case Request.Repeat _,
                    Request.More _,
                    Request.Stop _,
                    Request.Nothing _,
                    Request.Do _ ->
                    new Reply.Refusal(NO_QUESTION, List.of(), NO_QUESTION, null);
        };
    }
}
