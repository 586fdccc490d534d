package dev.andon.knowledge.retrieval.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.knowledge.embed.EmbedderFingerprint;
import dev.andon.knowledge.retrieval.VectorSearch;
import dev.andon.knowledge.retrieval.VectorSearchContract;

import org.junit.jupiter.api.Test;

import java.lang.foreign.MemorySegment;

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
        byte[] bytes = new byte[5 * (DIMENSIONS + 5)];
        short[] question = new short[DIMENSIONS + 5];
        int[] fast = new int[3];
        int[] plain = new int[3];
        for (int round = 0; round < 50; round++) {
            random.nextBytes(bytes);
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) Math.max(-127, bytes[i]);
            }
            for (int i = 0; i < question.length; i++) {
                question[i] = (short) (random.nextInt(255) - 127);
            }
            MemorySegment rows = MemorySegment.ofArray(bytes);
            int offset = random.nextInt(2 * DIMENSIONS);
            new VectorApiDotProduct().of(rows, offset, question, fast);
            new PlainDotProduct().of(rows, offset, question, plain);
            assertThat(fast).isEqualTo(plain);
        }
        assertThat(DotProduct.fastest()).isInstanceOf(VectorApiDotProduct.class);
    }
}
