package dev.andon.hub.enrol;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.andon.hub.store.StoreSettings;
import dev.andon.hub.testing.PostgresProcess;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresEnrolmentsTest extends EnrolmentsContract {
    private static PostgresProcess postgres;
    private static int databases;

    @BeforeAll
    static void start() {
        assumeTrue(PostgresProcess.installed().isPresent(), "apt-get install postgresql");
        postgres = PostgresProcess.start();
    }

    @AfterAll
    static void stop() {
        if (postgres != null) {
            postgres.close();
        }
    }

    @Override
    StoreSettings settings() {
        return postgres.database("enrolments" + databases++);
    }
}
