package dev.andon.knowledge.retrieval.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.knowledge.embed.EmbedderFingerprint;
import dev.andon.knowledge.retrieval.VectorSearch;
import dev.andon.knowledge.retrieval.VectorSearchContract;

import org.junit.jupiter.api.Test;

class SqliteVectorSearchTest extends VectorSearchContract {
    @Override
    protected VectorSearch search(EmbedderFingerprint embedder) {
        return new SqliteVectorSearch(embedder);
    }

    @Override
    protected double recallMin() {
        return 1;
    }

    @Test
    void bothDotProductsAreEqual() {
        byte[] rows = new byte[3 * DIMENSIONS + 5];
        short[] question = new short[DIMENSIONS + 5];
        for (int round = 0; round < 50; round++) {
            random.nextBytes(rows);
            for (int i = 0; i < rows.length; i++) {
                rows[i] = (byte) Math.max(-127, rows[i]);
            }
            for (int i = 0; i < question.length; i++) {
                question[i] = (short) (random.nextInt(255) - 127);
            }
            int offset = random.nextInt(2 * DIMENSIONS);
            assertThat(new VectorApiDotProduct().of(rows, offset, question))
                    .isEqualTo(new PlainDotProduct().of(rows, offset, question));
        }
        assertThat(DotProduct.fastest()).isInstanceOf(VectorApiDotProduct.class);
    }
}
