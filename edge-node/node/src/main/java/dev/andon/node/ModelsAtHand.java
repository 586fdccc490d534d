package dev.andon.node;

import dev.andon.models.ModelEntry;
import dev.andon.models.ModelState;
import dev.andon.models.ModelStore;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// The models that this node can open. Their files are looked at when this is made and when
/// somebody says that it may have changed, not each time it is asked: a language model is large,
/// and the hub is told every second.
final class ModelsAtHand implements Supplier<List<String>> {
    private static final Set<ModelState> HERE = Set.of(ModelState.PRESENT, ModelState.BUILT_IN);

    private final ModelStore models;
    private volatile List<String> names;

    ModelsAtHand(ModelStore models) {
        this.models = models;
        this.names = looked();
    }

    /// Their names, as they were known last.
    @Override
    public List<String> get() {
        return names;
    }

    /// Something was placed.
    void look() {
        names = looked();
    }

    private List<String> looked() {
        return models.manifest().models().stream()
                .filter(entry -> HERE.contains(models.status(entry)))
                .map(ModelEntry::name)
                .toList();
    }
}
