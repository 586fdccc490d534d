package dev.andon.node.procedure;

class MemoryRunsTest extends RunStoreContract {
    private final MemoryRuns runs = new MemoryRuns();

    @Override
    protected RunStore store() {
        return runs;
    }
}
