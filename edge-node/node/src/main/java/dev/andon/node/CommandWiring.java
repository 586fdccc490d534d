package dev.andon.node;

import dev.andon.config.DeviceConfig;
import dev.andon.config.register.AssetRegister;
import dev.andon.knowledge.corpus.IndexedManual;
import dev.andon.knowledge.corpus.Manual;
import dev.andon.knowledge.corpus.PageRef;
import dev.andon.knowledge.retrieval.Citation;
import dev.andon.node.command.Commands;
import dev.andon.node.procedure.CurrentManuals;
import dev.andon.node.procedure.ProcedureBook;
import dev.andon.node.procedure.ProcedureRun;
import dev.andon.node.procedure.ProcedureText;
import dev.andon.node.procedure.Procedures;
import dev.andon.node.procedure.Stamp;
import dev.andon.node.sync.NodeClock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;

/// What commands are carried out on, put together of the node's parts.
final class CommandWiring {
    private CommandWiring() {}

    static Commands commands(
            AssetRegister register, DeviceConfig config, NodeJournal journal, NodeManuals manuals) {
        NodeClock clock = journal.clock();
        Procedures procedures =
                new Procedures(
                        journal.runs(),
                        new CurrentManuals(manuals.store()::list),
                        Duration.ofHours(config.procedures().longPauseHours()),
                        () -> new Stamp(clock.at(), clock.boot(), clock.upMs()));
        return new Commands(
                new Commands.Desk(
                        register,
                        journal.incidents(),
                        journal.handovers(),
                        journal.escalations(),
                        procedures,
                        new ProcedureBook(manuals.facts()),
                        run -> citation(run, manuals),
                        config.node().id(),
                        wall(clock)));
    }

    /// The node's wall clock as the plant reads it.
    static Clock wall(NodeClock clock) {
        InstantSource source = () -> Instant.ofEpochMilli(clock.at());
        return source.withZone(ZoneId.systemDefault());
    }

    /// Where the step of a run stands, if its revision is still there.
    private static Optional<Citation> citation(ProcedureRun run, NodeManuals manuals) {
        ProcedureText text = run.text();
        PageRef page = new PageRef(text.page(), 0);
        return manuals.store().list().stream()
                .map(IndexedManual::manual)
                .filter(manual -> isOf(manual, text))
                .findFirst()
                .map(manual -> new Citation(manual, page, text.heading(), run.step().text()));
    }

    private static boolean isOf(Manual manual, ProcedureText text) {
        return manual.id().equals(text.manual())
                && Objects.equals(manual.revision(), text.revision());
    }
}
