/// A plant's list of lines, machines, fault codes and parts in (YAML or CSV); one
/// [AssetRegister] out, or every problem of the file at once.
///
/// The listing is the path: `RegisterReader` opens the file, `YamlRegister` and `CsvRegister`
/// turn it into a `RegisterDraft` of entries with their lines, `RegisterCheck` makes the register
/// of it, `RegisterWriter` writes the canonical YAML. Never knows: how a name is spoken or heard.
@NullMarked
package dev.andon.config.register;

import org.jspecify.annotations.NullMarked;
