package dev.andon.hub.enrol;

import dev.andon.hub.store.StoreSettings;
import dev.andon.hub.testing.PostgresProcess;

import org.junit.jupiter.api.BeforeAll;

class PostgresEnrolmentsTest extends EnrolmentsContract {
    @BeforeAll
    static void installed() {
        PostgresProcess.assumeInstalled();
    }

    @Override
    StoreSettings settings() {
        return PostgresProcess.shared().prepared("enrolments");
    }
}
