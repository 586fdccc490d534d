package dev.andon.node.procedure.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.node.journal.OpenJournal;
import dev.andon.node.procedure.RunStore;
import dev.andon.node.procedure.RunStoreContract;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

class RunTableTest extends RunStoreContract {
    @TempDir private Path folder;
    private OpenJournal journal;
    private RunTable table;

    @BeforeEach
    void open() {
        journal = OpenJournal.in(folder);
        table = new RunTable(journal.file());
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Override
    protected RunStore store() {
        return table;
    }

    @Test
    void keepsNoMoreThanSoManyRunsThatEnded() {
        journal.file()
                .write(
                        t ->
                                t.update(
                                        """
                                        with recursive n(i) as (
                                            select 1 union all select i + 1 from n where i < ?)
                                        insert into procedure_run select 'old-' || i, 'press-9',
                                            '{}', 0, 'DONE', '[]', i, 'b', 0, i, 'b', 0 from n\
                                        """,
                                        RunTable.ENDED_MAX + 5));
        forgetsARunThatEnded();
        assertThat(count("status = 'DONE'")).isEqualTo(RunTable.ENDED_MAX);
        assertThat(count("id = 'old-1'")).isZero();
    }

    private long count(String condition) {
        return journal.file()
                .read(
                        t ->
                                t.only(
                                        "select count(*) from procedure_run where " + condition,
                                        row -> row.getLong(1)));
    }
}
