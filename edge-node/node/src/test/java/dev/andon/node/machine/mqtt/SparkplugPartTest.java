package dev.andon.node.machine.mqtt;

import static dev.andon.node.machine.mqtt.Payloads.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.config.MachineBroker.Metrics;
import dev.andon.mqtt.Delivery;
import dev.andon.mqtt.Payload;
import dev.andon.node.incident.Incident;
import dev.andon.node.incident.IncidentLog;
import dev.andon.node.incident.MemoryIncidents;
import dev.andon.node.incident.Presses;
import dev.andon.node.machine.Complaints;
import dev.andon.node.machine.MachineStops;

import org.eclipse.tahu.protobuf.SparkplugBProto;
import org.eclipse.tahu.protobuf.SparkplugBProto.DataType;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload.Metric;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Sparkplug B as gateways speak it, and as they should not.
class SparkplugPartTest {
    private static final long NOW = 1_770_000_000_000L;
    private static final Metrics PRESS =
            new Metrics(
                    "press-3",
                    "edge/press",
                    Payloads.STATE,
                    List.of("true", "3", "-1"),
                    List.of("false", "0"),
                    Payloads.FAULT);

    private final IncidentLog log =
            new IncidentLog(new MemoryIncidents(), Presses.REGISTER, text -> text, () -> NOW);
    private final Complaints complaints = new Complaints();
    private final SentLink link = new SentLink();
    private long nanos;
    private SparkplugPart part;

    @BeforeEach
    void connect() {
        part =
                new SparkplugPart(
                        "plant",
                        List.of(new SparkplugMachine(PRESS, "press-3")),
                        new Hearer(new MachineStops(log, complaints), complaints, () -> NOW),
                        () -> nanos);
        part.connected(link);
        link.sent.clear();
        pass();
    }

    @Test
    void subscribesToItsGatewaysAlone() {
        assertThat(part.subscriptions())
                .extracting(each -> each.filter())
                .containsExactly("spBv1.0/plant/+/edge", "spBv1.0/plant/+/edge/+");
    }

    @Test
    void asksEveryGatewayForItsBirthOnANewLink() throws Exception {
        part.connected(link);

        assertThat(link.sent).hasSize(1);
        assertThat(link.sent.getFirst().topic()).isEqualTo("spBv1.0/plant/NCMD/edge");
        Metric asked =
                SparkplugBProto.Payload.parseFrom(link.sent.getFirst().payload().bytes())
                        .getMetrics(0);
        assertThat(asked.getName()).isEqualTo("Node Control/Rebirth");
        assertThat(asked.getBooleanValue()).isTrue();
        assertThat(asked.getDatatype()).isEqualTo(DataType.Boolean_VALUE);
    }

    @Test
    void hearsTheStateByItsNumber() {
        born(true, "");
        press("DDATA", Payloads.running(2, NOW - 500, false));
        assertThat(only().begun()).isEqualTo(NOW - 500);
        assertThat(only().fault()).isNull();

        press(
                "DDATA",
                Payloads.of(
                        3,
                        NOW - 400,
                        Metric.newBuilder().setAlias(Payloads.FAULT_ALIAS).setStringValue("e42")));
        assertThat(only().fault()).isEqualTo("E-42");

        press("DDATA", Payloads.running(4, NOW - 300, true));
        assertThat(only().ended()).isEqualTo(NOW - 300);
        assertThat(link.sent).isEmpty();
        assertThat(complaints.ignored()).isZero();
    }

    @Test
    void takesTheFaultThatCameWithTheBirth() {
        born(false, "E-17");

        assertThat(only().fault()).isEqualTo("E-17");
    }

    @ParameterizedTest
    @CsvSource({
        "Int32, 0, true",
        "Int32, 3, false",
        "Int8, 255, false",
        "UInt32, 0, true",
        "Int64, 0, true"
    })
    void readsNumbers(DataType type, int value, boolean stopped) {
        edge("NBIRTH", Payloads.birth(1));
        Metric.Builder state = metric(Payloads.STATE).setDatatype(type.getNumber());
        press(
                "DBIRTH",
                Payloads.of(
                        1,
                        NOW,
                        type == DataType.Int64
                                ? state.setLongValue(value)
                                : state.setIntValue(value)));

        assertThat(log.openOn("press-3")).hasSize(stopped ? 1 : 0);
    }

    @Test
    void ignoresTheWillOfAnotherSession() {
        edge("NBIRTH", Payloads.birth(1));
        edge("NBIRTH", Payloads.birth(2));
        press("DBIRTH", Payloads.device(1, NOW, true, ""));

        edge("NDEATH", Payloads.death(1));
        press("DDATA", Payloads.running(2, NOW, false));

        assertThat(log.openOn("press-3")).hasSize(1);
        assertThat(complaints.ignored()).isEqualTo(1);
        assertThat(link.sent).isEmpty();
    }

    @Test
    void inventsNothingWhenAGatewayDies() {
        born(false, "");
        edge("NDEATH", Payloads.death(1));
        assertThat(only().open()).isTrue();

        press("DDATA", Payloads.running(2, NOW, true));

        assertThat(only().open()).isTrue();
        assertThat(link.sent).hasSize(1);
    }

    @Test
    void inventsNothingWhenADeviceDiesOrAMetricIsEmpty() {
        born(false, "");
        press("DDATA", Payloads.of(2, NOW, metric(Payloads.STATE).setIsNull(true)));
        press("DDEATH", Payloads.of(3, NOW));

        assertThat(only().open()).isTrue();
        assertThat(link.sent).isEmpty();
    }

    @Test
    void asksForABirthBeforeWhichItHears() {
        press("DDATA", Payloads.running(5, NOW, false));

        assertThat(log.openOn("press-3")).isEmpty();
        assertThat(link.sent).hasSize(1);
    }

    @Test
    void asksForABirthWhenMessagesAreMissingAtMostSoOften() {
        born(true, "");
        press("DDATA", Payloads.running(4, NOW, false));
        press("DDATA", Payloads.running(9, NOW, false));
        part.tick();
        assertThat(only().open()).isTrue();
        assertThat(link.sent).hasSize(1);

        pass();
        part.tick();
        assertThat(link.sent).hasSize(2);
        edge("NBIRTH", Payloads.birth(1));
        pass();
        part.tick();
        assertThat(link.sent).hasSize(2);
    }

    @Test
    void countsToTheEndOfAByte() {
        born(true, "");
        for (int number = 2; number < 600; number++) {
            press("DDATA", Payloads.running(number % 256, NOW, true));
        }

        assertThat(link.sent).isEmpty();
    }

    @Test
    void asksForABirthOfWhatWasNotBorn() {
        born(true, "");
        press("DDATA", Payloads.of(2, NOW, Metric.newBuilder().setAlias(99).setIntValue(1)));

        assertThat(link.sent).hasSize(1);
        assertThat(complaints.ignored()).isEqualTo(1);
    }

    @Test
    void passesOverThePast() {
        born(true, "");
        press(
                "DDATA",
                Payloads.of(
                        2,
                        NOW,
                        metric(Payloads.STATE).setBooleanValue(false).setIsHistorical(true)));

        assertThat(log.list(false, null, 10)).isEmpty();
    }

    @Test
    void namesTheNearestMetricWhereTheConfiguredOneIsNotBorn() {
        edge("NBIRTH", Payloads.birth(1));
        press(
                "DBIRTH",
                Payloads.of(
                        1,
                        NOW,
                        metric("Status/Runing")
                                .setDatatype(DataType.Boolean_VALUE)
                                .setBooleanValue(false)));

        assertThat(log.openOn("press-3")).isEmpty();
        assertThat(
                        complaints.noted(
                                "metric|edge/press has no metric 'Status/Running' for press-3; the"
                                        + " nearest is 'Status/Runing'. Correct"
                                        + " machines.sparkplug.machines.",
                                ""))
                .isFalse();
    }

    @Test
    void survivesWhatIsNoPayload() {
        born(true, "");
        byte[] whole = Payloads.running(2, NOW, true).bytes();
        for (int length = 1; length < whole.length; length++) {
            press("DDATA", Payload.of(Arrays.copyOf(whole, length)));
        }
        Random random = new Random(42);
        for (int i = 0; i < 2_000; i++) {
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            edge(i % 2 == 0 ? "NBIRTH" : "NDATA", Payload.of(noise));
            press(i % 2 == 0 ? "DBIRTH" : "DDATA", Payload.of(noise));
        }
        press("DDATA", Payload.of(new byte[2 << 20]));
        assertThat(complaints.ignored()).isPositive();

        edge("NBIRTH", Payloads.birth(1));
        press("DBIRTH", Payloads.device(1, NOW, false, ""));
        assertThat(log.openOn("press-3")).hasSize(1);
    }

    private void born(boolean running, String fault) {
        edge("NBIRTH", Payloads.birth(1));
        press("DBIRTH", Payloads.device(1, NOW - 1_000, running, fault));
    }

    private void edge(String type, Payload payload) {
        arrived("spBv1.0/plant/" + type + "/edge", payload);
    }

    private void press(String type, Payload payload) {
        arrived("spBv1.0/plant/" + type + "/edge/press", payload);
    }

    private void arrived(String topic, Payload payload) {
        part.arrived(new Delivery(topic, payload, 0, false, null, null, null, Map.of(), () -> {}));
    }

    private void pass() {
        nanos += Rebirths.EVERY.toNanos();
    }

    private Incident only() {
        assertThat(log.list(false, null, 10)).hasSize(1);
        return log.list(false, null, 10).getFirst();
    }
}
