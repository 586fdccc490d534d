package dev.andon.hub.ingest;

/// The statements that write what events say; both databases know them. What is unique for ever is
/// written once; what has versions keeps the one that holds.
final class FactSql {
    static final String TURN =
            """
            insert into turn_said (node, turn, epoch, seq, machine, question, reply, text, citations,
                mode, timings_ms, failure)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing\
            """;

    static final String INCIDENT =
            """
            insert into incident_said (node, incident, version, said_at, epoch, seq, machine, line,
                fault, state, cause, note, origin, withdrawn)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (node, incident) do update set
                version = excluded.version, said_at = excluded.said_at, epoch = excluded.epoch,
                seq = excluded.seq, machine = excluded.machine, line = excluded.line,
                fault = excluded.fault, state = excluded.state, cause = excluded.cause,
                note = excluded.note, origin = excluded.origin, withdrawn = excluded.withdrawn
            where (excluded.version, excluded.said_at, excluded.epoch, excluded.seq)
                > (incident_said.version, incident_said.said_at, incident_said.epoch,
                    incident_said.seq)\
            """;

    static final String MILESTONE =
            """
            insert into milestone_said (node, incident, ordinal, epoch, seq, moment, moment_at,
                wait_for, source, retracted)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (node, incident, ordinal, epoch) do update set
                seq = excluded.seq, moment = excluded.moment, moment_at = excluded.moment_at,
                wait_for = excluded.wait_for, source = excluded.source,
                retracted = excluded.retracted
            where excluded.seq > milestone_said.seq\
            """;

    static final String HANDOVER =
            """
            insert into handover_said (node, handover, epoch, seq, from_at, to_at, open, text)
            values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing\
            """;

    static final String ESCALATION =
            """
            insert into escalation_said (node, escalation, epoch, seq, incident, machine, question,
                citations, timeline)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing\
            """;

    static final String RECEIPT =
            """
            insert into receipt_said (node, reply, epoch, seq, escalation)
            values (?, ?, ?, ?, ?) on conflict do nothing\
            """;

    static final String INSTALLATION =
            """
            insert into installation_said (node, epoch, seq, document, serial, revision, state, code,
                reason, bytes_fetched, bytes_reused, vectors_taken, vectors_made, questions_asked,
                questions_passed, millis)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing\
            """;

    static final String HEALTH =
            """
            insert into health_said (node, epoch, seq, subject, state, detail)
            values (?, ?, ?, ?, ?, ?) on conflict do nothing\
            """;

    private FactSql() {}
}
