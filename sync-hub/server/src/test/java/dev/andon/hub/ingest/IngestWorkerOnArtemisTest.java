package dev.andon.hub.ingest;

import dev.andon.mqtt.testing.EmbeddedArtemis;
import dev.andon.mqtt.testing.TestBroker;

class IngestWorkerOnArtemisTest extends IngestWorkerContract {
    @Override
    TestBroker broker(TestBroker.Options options) {
        return EmbeddedArtemis.start(options);
    }
}
