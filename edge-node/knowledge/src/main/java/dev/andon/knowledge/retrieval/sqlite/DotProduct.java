package dev.andon.knowledge.retrieval.sqlite;

/// The inner loop of the vector search: a row of signed bytes times a question of shorts.
sealed interface DotProduct permits VectorApiDotProduct, PlainDotProduct {
    /// The sum of products of `question` and as many bytes of `rows` from `offset`. All values are
    /// between -127 and 127.
    int of(byte[] rows, int offset, short[] question);

    /// The Vector API where the JVM has it (`--add-modules jdk.incubator.vector`), else plain Java.
    static DotProduct fastest() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
                ? new VectorApiDotProduct()
                : new PlainDotProduct();
    }
}
