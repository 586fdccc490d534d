package dev.andon.hub.ingest;

import dev.andon.mqtt.testing.MosquittoProcess;
import dev.andon.mqtt.testing.TestBroker;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;

class IngestWorkerOnMosquittoTest extends IngestWorkerContract {
    @BeforeAll
    static void needsMosquitto() {
        Assumptions.assumeTrue(MosquittoProcess.installed(), "no Mosquitto here");
    }

    @Override
    TestBroker broker(TestBroker.Options options) {
        return MosquittoProcess.start(options);
    }
}
