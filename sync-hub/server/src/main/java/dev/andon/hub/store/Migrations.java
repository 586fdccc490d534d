package dev.andon.hub.store;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

import javax.sql.DataSource;

/// Brings the tables up to date, and leaves those of a later version alone.
final class Migrations {
    /// Both dialects read them alike, but for their placeholders.
    private static final String FOLDER = "classpath:dev/andon/hub/store/migration";

    private Migrations() {}

    static void run(DataSource source, StoreSettings settings) {
        Flyway flyway =
                Flyway.configure()
                        .dataSource(source)
                        .locations(FOLDER)
                        .placeholders(Map.of("identity", Dialect.of(settings.url()).identity()))
                        .failOnMissingLocations(true)
                        .load();
        try {
            newer(flyway).ifPresent(version -> refuse(settings, version));
            flyway.migrate();
        } catch (FlywayException e) {
            throw Failures.of(settings, e);
        }
    }

    private static Optional<String> newer(Flyway flyway) {
        return Arrays.stream(flyway.info().all())
                .filter(each -> future(each.getState()))
                .map(MigrationInfo::getVersion)
                .map(String::valueOf)
                .reduce((first, second) -> second);
    }

    private static boolean future(MigrationState state) {
        return state == MigrationState.FUTURE_SUCCESS || state == MigrationState.FUTURE_FAILED;
    }

    private static void refuse(StoreSettings settings, String version) {
        throw new StoreException(
                "newer",
                "The hub's database %s is of version %s, which this hub does not know. Install the hub that wrote it, or a later one."
                        .formatted(settings.url(), version));
    }
}
