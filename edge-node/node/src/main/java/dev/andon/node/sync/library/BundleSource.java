package dev.andon.node.sync.library;

import dev.andon.protocol.ProtocolException;
import dev.andon.protocol.library.BundleReader;

import java.io.IOException;
import java.util.Optional;

/// Takes blocks out of a bundle.
///
/// @param bundle open
record BundleSource(BundleReader bundle) implements BlockSource {
    @Override
    public void bring(Fetch fetch, String manifestSha256) throws IOException {
        int before = -1;
        while (!fetch.isComplete() && before != fetch.levels()) {
            before = fetch.levels();
            for (String sha256 : fetch.lacking()) {
                Optional<byte[]> block = block(sha256);
                if (block.isPresent()) {
                    fetch.take(block.get());
                }
            }
        }
    }

    private Optional<byte[]> block(String sha256) throws IOException {
        try {
            return bundle.block(sha256);
        } catch (ProtocolException e) {
            throw new LibraryException("corrupt-block", String.valueOf(e.getMessage()), e);
        }
    }
}
