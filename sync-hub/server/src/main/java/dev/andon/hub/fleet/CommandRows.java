package dev.andon.hub.fleet;

import dev.andon.hub.store.StorableText;
import dev.andon.protocol.Command;
import dev.andon.protocol.CommandResult;
import dev.andon.protocol.ExpertReply;
import dev.andon.protocol.SyncCodec;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The table `command`.
final class CommandRows {
    /// Commands that a new link sends again.
    private static final int OPEN_MAX = 1_000;

    /// How long a command and its result are kept.
    private static final long KEPT_MS = Duration.ofDays(90).toMillis();

    private static final String ISSUED =
            "select id, node, name, issued_at, expires, done, code, message from command ";

    private static final RowMapper<IssuedCommand> MAPPER =
            (row, context) -> {
                String code = row.getString("code");
                CommandResult result =
                        code == null
                                ? null
                                : new CommandResult(
                                        row.getString("id"),
                                        row.getString("node"),
                                        row.getBoolean("done"),
                                        code,
                                        row.getString("message"));
                return new IssuedCommand(
                        row.getString("id"),
                        row.getString("node"),
                        row.getString("name"),
                        row.getLong("issued_at"),
                        row.getLong("expires"),
                        result);
            };

    private final Handle handle;

    /// A command that nobody answered yet.
    record Open(String node, Command command) {}

    CommandRows(Handle handle) {
        this.handle = handle;
    }

    /// Writes it, and forgets those that nobody asks for any more. Those that brought an expert's
    /// reply stay: they say what became of it.
    int issued(String node, Command command, long now) {
        handle.execute(
                "delete from command where issued_at < ? and name <> ?",
                now - KEPT_MS,
                ExpertReply.COMMAND);
        return handle.createUpdate(
                        """
                        insert into command (id, node, name, command, issued_at, expires)
                        values (:id, :node, :name, :command, :now, :expires)\
                        """)
                .bind("id", command.id())
                .bind("node", node)
                .bind("name", command.name())
                .bind("command", new String(SyncCodec.encode(command), StandardCharsets.UTF_8))
                .bind("now", now)
                .bind("expires", command.expires())
                .execute();
    }

    /// Only the first answer counts, and only of the node that was asked.
    int answered(CommandResult result, long now) {
        return handle.createUpdate(
                        """
                        update command set done = :done, code = :code, message = :message,
                            answered_at = :now
                        where id = :id and node = :node and code is null\
                        """)
                .bind("done", result.done())
                .bind("code", StorableText.of(result.code()))
                .bind("message", StorableText.of(result.message()))
                .bind("now", now)
                .bind("id", StorableText.of(result.id()))
                .bind("node", result.node())
                .execute();
    }

    Optional<IssuedCommand> find(String id) {
        return handle.createQuery(ISSUED + "where id = :id").bind("id", id).map(MAPPER).findOne();
    }

    List<IssuedCommand> of(String node, int max) {
        return handle.createQuery(
                        ISSUED + "where node = :node order by issued_at desc, id limit :max")
                .bind("node", node)
                .bind("max", max)
                .map(MAPPER)
                .list();
    }

    List<Open> open(long now) {
        return handle.createQuery(
                        """
                        select node, command from command where code is null and expires > :now
                        order by issued_at, id limit :max\
                        """)
                .bind("now", now)
                .bind("max", OPEN_MAX)
                .map((row, context) -> new Open(row.getString(1), command(row.getString(2))))
                .list();
    }

    private static Command command(String json) {
        return SyncCodec.decode(json.getBytes(StandardCharsets.UTF_8), Command.class);
    }
}
