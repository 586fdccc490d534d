package dev.andon.hub.library;

import dev.andon.hub.store.HubStore;
import dev.andon.hub.store.StoreSettings;
import dev.andon.knowledge.corpus.DeclaredManual;
import dev.andon.protocol.signature.SigningKey;

import java.nio.file.Path;
import java.time.InstantSource;

/// A process that adds a manual and may be killed at any moment.
final class AdditionMain {
    private AdditionMain() {}

    /// @param arguments folder of the hub, manual
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        LibrarySettings settings = LibrarySettings.of("plant", folder.resolve("library"));
        try (HubStore store = HubStore.open(StoreSettings.sqlite(folder.resolve("hub.db")))) {
            Library library =
                    Library.open(
                            settings,
                            store,
                            SigningKey.generate(),
                            LibraryFixture.models(),
                            InstantSource.system());
            say("begins");
            Added added =
                    library.add(
                            Addition.manual(Path.of(arguments[1]), DeclaredManual.NOTHING),
                            (done, _) -> say("passage " + done));
            say("added " + added.revision().serial());
        }
    }

    @SuppressWarnings("checkstyle:RegexpSingleline")
    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
