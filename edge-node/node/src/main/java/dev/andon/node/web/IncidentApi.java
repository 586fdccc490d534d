package dev.andon.node.web;

import dev.andon.node.incident.Given;
import dev.andon.node.incident.Incident;
import dev.andon.node.incident.IncidentLog;
import dev.andon.node.incident.Opening;
import dev.andon.node.incident.Origin;
import dev.andon.node.incident.Source;
import dev.andon.protocol.fact.MilestoneFact.Moment;
import dev.andon.protocol.fact.MilestoneFact.Wait;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// What the operations on incidents do, each on the virtual thread of its request.
///
/// @param log of the node
record IncidentApi(IncidentLog log) {
    private static final Set<String> OPENING =
            Set.of("id", "machine", "fault", "failed_at", "declared_at", "source");
    private static final Set<String> MILESTONE =
            Set.of("moment", "at", "wait_for", "source", "cause", "note", "ordinal", "retracted");

    /// @param parameter of the query by its name, null if it is not there
    String list(Function<String, @Nullable String> parameter) {
        String limit = parameter.apply("limit");
        List<Incident> incidents =
                log.list(
                        Boolean.parseBoolean(parameter.apply("open")),
                        parameter.apply("machine"),
                        limit == null ? 100 : Integer.parseInt(limit));
        JsonArray array = new JsonArray();
        log.views(incidents).forEach(view -> array.add(new JsonObject(view.toJson())));
        return new JsonObject().put("incidents", array).encode();
    }

    String find(String id) {
        return json(log.find(id));
    }

    String open(Buffer body) {
        IncidentBody said = IncidentBody.read(body, OPENING);
        Source source = said.choice("source", Source.ENTERED);
        return json(
                log.openOrJoin(
                                new Opening(
                                        said.text("id"),
                                        said.needed("machine"),
                                        said.text("fault"),
                                        said.time("failed_at"),
                                        said.time("declared_at"),
                                        source,
                                        source == Source.MACHINE ? Origin.MACHINE : Origin.API))
                        .incident());
    }

    /// Gives a milestone; with an ordinal, corrects or retracts that one.
    String mark(String id, Buffer body) {
        IncidentBody said = IncidentBody.read(body, MILESTONE);
        Integer ordinal = said.whole("ordinal");
        return json(ordinal == null ? given(id, said) : changed(id, ordinal, said));
    }

    private Incident given(String id, IncidentBody said) {
        Moment moment = said.choice("moment", Moment.class);
        if (moment == Moment.RESTORED) {
            said.refuse("wait_for", "retracted");
            return log.restore(
                    id,
                    said.time("at"),
                    said.text("cause"),
                    said.text("note"),
                    said.choice("source", Source.ENTERED));
        }
        said.refuse("cause", "note", "retracted");
        Wait wait = said.has("wait_for") ? said.choice("wait_for", Wait.class) : null;
        return log.mark(
                id,
                new Given(moment, said.time("at"), wait, said.choice("source", Source.ENTERED)));
    }

    private Incident changed(String id, int ordinal, IncidentBody said) {
        said.refuse("moment", "cause", "note", "source");
        if (said.isTrue("retracted")) {
            said.refuse("at", "wait_for");
            return log.retract(id, ordinal);
        }
        Long at = said.time("at");
        if (at == null) {
            throw IncidentBody.invalid("A correction says another time.", "at");
        }
        Wait wait = said.has("wait_for") ? said.choice("wait_for", Wait.class) : null;
        return log.correct(id, ordinal, at, wait);
    }

    String withdraw(String id) {
        return json(log.withdraw(id));
    }

    private String json(Incident incident) {
        return log.view(incident).toJson();
    }
}
