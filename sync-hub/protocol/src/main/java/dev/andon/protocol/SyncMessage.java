package dev.andon.protocol;

/// Everything that travels as JSON between a node and its hub. Blocks travel as bare bytes.
public sealed interface SyncMessage
        permits EventBatch,
                Ack,
                NodeStatus,
                HubStatus,
                Want,
                Command,
                CommandResult,
                Catalog,
                Manifest {}
