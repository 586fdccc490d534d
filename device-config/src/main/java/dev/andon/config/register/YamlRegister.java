package dev.andon.config.register;

import dev.andon.config.register.RegisterDraft.Entry;
import dev.andon.config.register.RegisterDraft.Kind;
import dev.andon.config.register.RegisterDraft.Place;
import dev.andon.config.register.RegisterDraft.Value;
import dev.andon.config.source.SourceException;
import dev.andon.config.source.SourceText;
import dev.andon.config.source.YamlTree;

import java.util.List;

/// The canonical form, see `device-config/schema/asset-register.schema.json`.
final class YamlRegister {
    /// What stands behind the key `register`: the version of this form.
    static final String VERSION = "1";

    private final RegisterDraft draft;

    private YamlRegister(RegisterDraft draft) {
        this.draft = draft;
    }

    static RegisterDraft read(SourceText source) throws SourceException {
        RegisterDraft draft = new RegisterDraft(source.file());
        new YamlRegister(draft).top(new YamlFields(draft, "", YamlTree.read(source)));
        return draft;
    }

    private void top(YamlFields in) {
        in.knows(List.of("register", "site", "name", "lines", "machines"));
        String version = in.text("register");
        if (!version.equals(VERSION)) {
            in.problem("register", '"' + version + "\" is no version of a register", "write 1");
        }
        draft.title(in.value("site"), in.value("name"));
        in.items("lines").forEach(this::line);
        in.items("machines").forEach(this::machine);
    }

    private void line(YamlFields in) {
        in.knows(List.of("id", "name"));
        draft.add(new Entry(Kind.LINE, in.value("id"), in.value("name"), List.of(), null, null));
    }

    private void machine(YamlFields in) {
        in.knows(
                List.of(
                        "id", "name", "aliases", "line", "class", "model", "serial", "faults",
                        "parts"));
        Value id = in.value("id");
        Place place =
                new Place(in.value("line"), in.text("class"), in.text("model"), in.text("serial"));
        draft.add(new Entry(Kind.MACHINE, id, in.value("name"), in.values("aliases"), null, place));
        in.items("faults").forEach(fault -> owned(Kind.FAULT, "code", fault, id));
        in.items("parts").forEach(part -> owned(Kind.PART, "number", part, id));
    }

    private void owned(Kind kind, String idKey, YamlFields in, Value owner) {
        in.knows(List.of(idKey, "name", "aliases"));
        draft.add(
                new Entry(
                        kind,
                        in.value(idKey),
                        in.value("name"),
                        in.values("aliases"),
                        owner,
                        null));
    }
}
