package dev.andon.config;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The one folder of a hub: whatever it writes lives below.
///
/// @param root absolute
public record HubHome(Path root) {
    /// Makes the path absolute.
    public HubHome {
        root = root.toAbsolutePath().normalize();
    }

    /// Finds the folder: the option, else `$ANDON_HUB_HOME`, else `$XDG_DATA_HOME/andon-hub`, else
    /// `~/.local/share/andon-hub`. An empty variable counts as none, as does a relative
    /// `$XDG_DATA_HOME`. Nothing is created.
    ///
    /// @param option as given on the command line
    /// @param environment of the process
    public static HubHome resolve(@Nullable Path option, Map<String, String> environment) {
        if (option != null) {
            return new HubHome(option);
        }
        String own = environment.getOrDefault("ANDON_HUB_HOME", "");
        if (!own.isEmpty()) {
            return new HubHome(Path.of(own));
        }
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        if (!data.isEmpty() && Path.of(data).isAbsolute()) {
            return new HubHome(Path.of(data, "andon-hub"));
        }
        String user = environment.getOrDefault("HOME", System.getProperty("user.home"));
        return new HubHome(Path.of(user, ".local", "share", "andon-hub"));
    }

    /// The configuration file; it need not exist.
    public Path config() {
        return root.resolve("hub.yaml");
    }

    /// The SQLite file, unless the configuration names another database.
    public Path database() {
        return root.resolve("hub.db");
    }

    /// The folder of the embedded broker's journal.
    public Path broker() {
        return root.resolve("broker");
    }

    /// The folder of the certificates; only this user looks into it.
    public Path tls() {
        return root.resolve("tls");
    }

    /// The folder of the other secrets; only this user looks into it.
    public Path keys() {
        return root.resolve("keys");
    }

    /// What an administrator shows to the API; only this user reads it.
    public Path adminToken() {
        return root.resolve("admin-token");
    }

    /// The folder of the files that are served to nodes.
    public Path library() {
        return root.resolve("library");
    }

    /// The folder of models that do not come with the product.
    public Path models() {
        return root.resolve("models");
    }

    /// The folder of what lives no longer than the process: half-made files, the hub's address.
    public Path runtime() {
        return root.resolve("run");
    }

    /// Where the hub that runs on this folder listens, a line for its API and one for its broker;
    /// there only while it runs, or where it was killed.
    public Path address() {
        return runtime().resolve("address");
    }

    /// Locked by the hub that runs on this folder.
    public Path lock() {
        return runtime().resolve("lock");
    }

    /// Creates the folders that are missing.
    ///
    /// @return this
    /// @throws ConfigException one cannot be created or written to
    public HubHome create() {
        boolean fresh = Files.notExists(root);
        for (Path folder : List.of(root, broker(), tls(), keys(), library(), models(), runtime())) {
            WritableFolder.make(folder, "the hub", "ANDON_HUB_HOME");
        }
        List.of(broker(), tls(), keys()).forEach(WritableFolder::close);
        // The database holds what people said. A folder that was there has the mode that its owner
        // wanted.
        if (fresh) {
            WritableFolder.close(root);
        }
        return this;
    }
}
