package dev.andon.node.sync.library;

import dev.andon.config.register.RegisterException;
import dev.andon.config.register.RegisterReader;
import dev.andon.config.register.RegisterWriter;

import java.nio.file.Path;

/// The asset register: every problem of it is told before it is taken into use.
///
/// @param register where the node reads it
public record RegisterPlacement(Path register) implements Placement {
    @Override
    public Path target(Revision revision) {
        return register;
    }

    @Override
    public void draft(Path file, Path draft) {
        try {
            RegisterWriter.write(RegisterReader.read(file), draft);
        } catch (RegisterException e) {
            // Where the file lies on the node is of no use to a person at the hub.
            String problems =
                    String.valueOf(e.getMessage())
                            .replace(file.toString(), String.valueOf(file.getFileName()));
            throw new LibraryException("not-readable", problems, e);
        }
    }

    /// `andon register import` is how the first one came here.
    @Override
    public boolean replacesByHand() {
        return true;
    }
}
