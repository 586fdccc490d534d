package dev.andon.node.web;

import dev.andon.knowledge.corpus.IndexedManual;
import dev.andon.knowledge.corpus.PageOfManual;
import dev.andon.node.incident.IncidentLog;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/// All that the web room needs of the node. They are asked at each request, on a virtual
/// thread.
///
/// @param conversations begins one: its turns can refer to what was said before in it
/// @param machines of the register
/// @param manuals in the store
/// @param pictures of pages, PNG
/// @param health of each engine
/// @param version of the product
/// @param incidents of the plant
public record NodeServices(
        Supplier<TurnRunner> conversations,
        Supplier<List<MachineView>> machines,
        Supplier<List<IndexedManual>> manuals,
        Function<PageOfManual, byte[]> pictures,
        Supplier<List<EngineHealth>> health,
        String version,
        IncidentLog incidents) {}
