package dev.andon.node.sync.sqlite;

import dev.andon.knowledge.store.Work;

import org.jspecify.annotations.Nullable;

/// The file that facts are written to, for every table that lies in it.
public interface FactWriter {
    /// One transaction that writes facts with [OutboxRows#append]. On the disk when this returns;
    /// whoever sends is told then.
    ///
    /// @throws dev.andon.knowledge.StageException `store`, `disk-full`: not even the reserve of the
    ///     disk is left, and nothing was written; `database-corrupt`: the file is damaged and is
    ///     only read
    <T extends @Nullable Object> T facts(Work<T> work);

    /// One transaction that writes anything else.
    ///
    /// @throws dev.andon.knowledge.StageException as above
    <T extends @Nullable Object> T write(Work<T> work);

    /// Reads in one transaction.
    <T extends @Nullable Object> T read(Work<T> work);
}
