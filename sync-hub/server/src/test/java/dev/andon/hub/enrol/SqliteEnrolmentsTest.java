package dev.andon.hub.enrol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.hub.store.StoreSettings;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

class SqliteEnrolmentsTest extends EnrolmentsContract {
    @Override
    StoreSettings settings() {
        return StoreSettings.sqlite(folder.resolve("hub.db"));
    }

    @Test
    void keepsNoCodeAndNoPasswordInTheClear() throws IOException {
        Invitation.Open open = invite("edge-2");
        Enrolment.Done done = enrol("edge-1");
        store.close();

        byte[] file = Files.readAllBytes(folder.resolve("hub.db"));
        assertThat(new String(file, StandardCharsets.ISO_8859_1))
                .contains("edge-1")
                .doesNotContain(done.password())
                .doesNotContain(open.code())
                .doesNotContain(open.code().replace("-", ""));
        assertThat(open.toString()).doesNotContain(open.code());
        assertThat(done.toString()).doesNotContain(done.password());
    }
}
