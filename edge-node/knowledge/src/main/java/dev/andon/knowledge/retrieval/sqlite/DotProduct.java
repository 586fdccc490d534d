package dev.andon.knowledge.retrieval.sqlite;

import java.lang.foreign.MemorySegment;

/// The inner loop of the vector search: a row of signed bytes times a question of shorts.
sealed interface DotProduct permits VectorApiDotProduct, PlainDotProduct {
    boolean VECTOR_API = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

    /// Fills in, for as many rows from `offset` as there are `products`, the sum of the products of
    /// the row and the question, which are equally long. All values are between -127 and 127.
    void of(MemorySegment rows, long offset, short[] question, int[] products);

    /// The Vector API where the JVM has it (`--add-modules jdk.incubator.vector`), else plain Java.
    static DotProduct fastest() {
        return VECTOR_API ? new VectorApiDotProduct() : new PlainDotProduct();
    }
}
