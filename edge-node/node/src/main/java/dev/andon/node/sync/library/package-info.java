/// What the hub publishes, taken into use: manuals, the register, phrases, settings, models.
///
/// In: the signed catalog, signed manifests, blocks by their hash, over the link or out of a
/// bundle. Out: files that are verified whole, taken into use in one step or refused with a reason,
/// and the facts that tell it. The path of a revision: [Library] (verifies what is signed),
/// [Choice] (what is to be done), [Fetch] (only the blocks that are missing, through [FetchPlan]),
/// [Installer], and the [Ledger], which knows after a power cut what is on the disk. Never knows:
/// how a question is answered.
@NullMarked
package dev.andon.node.sync.library;

import org.jspecify.annotations.NullMarked;
