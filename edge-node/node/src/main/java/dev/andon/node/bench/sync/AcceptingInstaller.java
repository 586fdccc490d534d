package dev.andon.node.bench.sync;

import dev.andon.node.sync.library.Installer;
import dev.andon.node.sync.library.Revision;

/// Takes everything into use without doing anything, so that the way to it is measured alone. It
/// wants vectors, as a node with the hub's embedder does.
final class AcceptingInstaller implements Installer {
    @Override
    public boolean takesVectors(Revision revision) {
        return true;
    }

    @Override
    public long headroom(Revision revision) {
        return 0;
    }

    @Override
    public Done install(Revision revision) {
        return new Done(0, 0, 0, 0);
    }

    @Override
    public void serveAgain(Revision revision) {
        // It was never out of use.
    }

    @Override
    public boolean isInUse(Revision revision) {
        return true;
    }
}
