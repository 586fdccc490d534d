package dev.andon.protocol.fact;

/// What happened. A hub that does not know a kind keeps it as a dead letter and goes on.
public sealed interface Fact
        permits TurnFact,
                IncidentFact,
                MilestoneFact,
                HandoverFact,
                EscalationFact,
                ReceiptFact,
                InstallationFact,
                HealthFact {
    /// The kind's name on the wire.
    String kind();
}
