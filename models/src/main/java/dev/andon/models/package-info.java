/// A model's name in; the folder where it lies complete and verified out.
///
/// [Manifest] lists the models, [ModelStore] keeps those of this node, [ModelPull] fetches what
/// does not come with the product. Never knows: what a model is good for, nor how it is run.
@NullMarked
package dev.andon.models;

import org.jspecify.annotations.NullMarked;
