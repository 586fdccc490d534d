package dev.andon.node.sync.library.sqlite;

import dev.andon.knowledge.store.Transaction;
import dev.andon.node.sync.library.Ledger.Part;
import dev.andon.node.sync.library.Ledger.Place;
import dev.andon.node.sync.library.PartName;
import dev.andon.protocol.library.Block;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/// The rows of `part` and `block`, within a transaction of the caller.
record BlockRows(Transaction transaction) {
    Part part(long revision, PartName name, String path) throws SQLException {
        transaction.update(
                "insert or ignore into part (revision, tree, level, path) values (?, ?, ?, ?)",
                revision,
                name.tree().name(),
                name.level().name(),
                path);
        return transaction.only(
                "select id, whole from part where revision = ? and tree = ? and level = ?",
                row -> new Part(row.getLong(1), row.getBoolean(2)),
                revision,
                name.tree().name(),
                name.level().name());
    }

    Map<Long, Block> blocks(long part) throws SQLException {
        Map<Long, Block> blocks = new HashMap<>();
        transaction.each(
                "select offset, sha256, length from block where part = ?",
                row ->
                        blocks.put(
                                row.getLong(1),
                                new Block(
                                        HexFormat.of().formatHex(row.getBytes(2)), row.getInt(3))),
                part);
        return blocks;
    }

    int written(long part, Map<Long, Block> blocks) throws SQLException {
        for (Map.Entry<Long, Block> block : blocks.entrySet()) {
            transaction.update(
                    """
                    insert or replace into block (part, offset, sha256, length)
                    values (?, ?, ?, ?)\
                    """,
                    part,
                    block.getKey(),
                    HexFormat.of().parseHex(block.getValue().sha256()),
                    block.getValue().length());
        }
        return blocks.size();
    }

    int whole(long part) throws SQLException {
        return transaction.update("update part set whole = 1 where id = ?", part);
    }

    int spoilt(long part) throws SQLException {
        transaction.update("delete from block where part = ?", part);
        return transaction.update("update part set whole = 0 where id = ?", part);
    }

    Optional<Place> find(String sha256) throws SQLException {
        return transaction.first(
                """
                select p.path, p.whole, b.offset, b.length
                from block b join part p on p.id = b.part
                where b.sha256 = ? limit 1\
                """,
                row ->
                        new Place(
                                row.getString(1), row.getBoolean(2), row.getLong(3), row.getInt(4)),
                HexFormat.of().parseHex(sha256));
    }

    int lost(Place place) throws SQLException {
        return transaction.update(
                """
                delete from block
                where offset = ? and part in (select id from part where path = ?)\
                """,
                place.offset(),
                place.path());
    }
}
