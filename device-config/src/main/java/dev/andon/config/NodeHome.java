package dev.andon.config;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The one folder of a node: whatever it writes lives below.
///
/// @param root absolute
public record NodeHome(Path root) {
    /// Makes the path absolute.
    public NodeHome {
        root = root.toAbsolutePath().normalize();
    }

    /// Finds the folder: the option, else `$ANDON_HOME`, else `$XDG_DATA_HOME/andon`, else
    /// `~/.local/share/andon`. An empty variable counts as none, as does a relative
    /// `$XDG_DATA_HOME`. Nothing is created.
    ///
    /// @param option as given on the command line
    /// @param environment of the process
    public static NodeHome resolve(@Nullable Path option, Map<String, String> environment) {
        if (option != null) {
            return new NodeHome(option);
        }
        String own = environment.getOrDefault("ANDON_HOME", "");
        if (!own.isEmpty()) {
            return new NodeHome(Path.of(own));
        }
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        if (!data.isEmpty() && Path.of(data).isAbsolute()) {
            return new NodeHome(Path.of(data, "andon"));
        }
        String user = environment.getOrDefault("HOME", System.getProperty("user.home"));
        return new NodeHome(Path.of(user, ".local", "share", "andon"));
    }

    /// The SQLite file of the manuals' index.
    public Path database() {
        return root.resolve("andon.db");
    }

    /// The SQLite file of what happened: incidents, turns, and what waits for the hub. The record,
    /// which nothing can make anew.
    public Path journal() {
        return root.resolve("journal.db");
    }

    /// A file that holds room on the disk free, for incidents when all else is full.
    public Path reserve() {
        return root.resolve("journal.reserve");
    }

    /// The folder of what binds this node to its hub, for this user alone; it need not exist.
    public Path hub() {
        return root.resolve("hub");
    }

    /// The folder of the models.
    public Path models() {
        return root.resolve("models");
    }

    /// The plant's own list of models, in the form of `models/manifest.json`; it need not exist.
    public Path manifest() {
        return root.resolve("manifest.json");
    }

    /// The folder of the manuals.
    public Path manuals() {
        return root.resolve("manuals");
    }

    /// The folder of the pages that are shown beside answers: copies of the manuals by their hash,
    /// and what was drawn of them.
    public Path pages() {
        return root.resolve("pages");
    }

    /// The folder of what the hub publishes: its files, and the ledger of what is installed.
    public Path library() {
        return root.resolve("library");
    }

    /// The plant's own words for commands, `commands-LANGUAGE.txt`; it need not exist.
    public Path phrases() {
        return root.resolve("phrases");
    }

    /// The asset register, canonical YAML.
    public Path register() {
        return root.resolve("register.yaml");
    }

    /// The folder of the recogniser's graphs that are made of the register.
    public Path graphs() {
        return root.resolve("graphs");
    }

    /// The folder of what lives no longer than the process: extracted libraries, half-made files.
    public Path runtime() {
        return root.resolve("run");
    }

    /// What left this box for a language model elsewhere, a line a prompt; it need not exist.
    public Path egressLog() {
        return root.resolve("egress.jsonl");
    }

    /// The configuration file; it need not exist.
    public Path config() {
        return root.resolve("andon.yaml");
    }

    /// Creates the folders that are missing.
    ///
    /// @return this
    /// @throws ConfigException one cannot be created or written to
    public NodeHome create() {
        for (Path folder : List.of(root, models(), manuals(), pages(), graphs(), runtime())) {
            WritableFolder.make(folder, "the node", "ANDON_HOME");
        }
        return this;
    }
}
