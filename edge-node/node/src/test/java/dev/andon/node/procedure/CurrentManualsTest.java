package dev.andon.node.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.knowledge.corpus.IndexedManual;
import dev.andon.knowledge.corpus.Manual;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.List;

/// What has become of the manual of a run on revision C.
class CurrentManualsTest {
    @Test
    void tellsTheRevisionThatIsServedNow() {
        assertThat(now(manual("hp63-service", "C", true))).isEqualTo(new ManualNow.Same());
        assertThat(now(manual("hp63-service", "C", false), manual("hp63-service", "D", true)))
                .isEqualTo(new ManualNow.Newer("D"));
        assertThat(now(manual("hp63-service", null, true))).isEqualTo(new ManualNow.Newer(null));
    }

    @Test
    void tellsThatTheManualIsGone() {
        assertThat(now(manual("other", "C", true), manual("hp63-service", "C", false)))
                .isEqualTo(new ManualNow.Gone());
    }

    private static ManualNow now(IndexedManual... library) {
        return new CurrentManuals(() -> List.of(library)).apply(Texts.SEAL);
    }

    private static IndexedManual manual(String id, @Nullable String revision, boolean current) {
        Manual manual = new Manual(id, id, revision, "en", List.of(), null);
        return new IndexedManual(manual, "/manuals/" + id, "00", 1, current);
    }
}
