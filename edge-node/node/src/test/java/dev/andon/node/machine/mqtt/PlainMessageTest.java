package dev.andon.node.machine.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.andon.mqtt.Payload;
import dev.andon.node.machine.MachineState;
import dev.andon.node.machine.mqtt.PlainMessage.Unusable;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainMessageTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "stopped;STOPPED;;",
                "running;RUNNING;;",
                "unknown;UNKNOWN;;",
                "{\"state\":\"stopped\"};STOPPED;;",
                "{\"state\":\"running\",\"fault\":null,\"at\":null};RUNNING;;",
                "{\"state\":\"stopped\",\"fault\":\" E-42 \",\"oee\":[1]};STOPPED;E-42;",
                "{\"state\":\"stopped\",\"fault\":42,\"at\":1773477000000};STOPPED;42;1773477000000",
                "{\"state\":\"stopped\",\"at\":\"2026-03-14T08:30:00Z\"};STOPPED;;1773477000000",
                "{\"state\":\"stopped\",\"at\":\"2026-03-14T09:30:00+01:00\"};STOPPED;;1773477000000",
                "{\"state\":\"stopped\",\"fault\":\"\"};STOPPED;;",
            })
    void reads(String text, MachineState state, @Nullable String fault, @Nullable Long at)
            throws Unusable {
        assertThat(PlainMessage.read(Payload.of(text)))
                .isEqualTo(new PlainMessage(state, fault, at, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"state\":\"stopped\",\"fault\":[1]};fault",
                "{\"state\":\"stopped\",\"fault\":1.5};fault",
                "{\"state\":\"stopped\",\"at\":\"yesterday\"};at",
                "{\"state\":\"stopped\",\"at\":\"2026-03-14T08:30:00\"};at",
                "{\"state\":\"stopped\",\"at\":1e300};at",
                "{\"state\":\"stopped\",\"at\":99999999999999999999};at",
                "{\"state\":\"stopped\",\"at\":{}};at",
            })
    void keepsTheStateWhereTheRestIsWrong(String text, String named) throws Unusable {
        PlainMessage message = PlainMessage.read(Payload.of(text));

        assertThat(message.state()).isEqualTo(MachineState.STOPPED);
        assertThat(message.fault()).isNull();
        assertThat(message.at()).isNull();
        assertThat(message.complaint()).contains("'" + named + "'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "STOPPED;is no state",
                "halted;is no state",
                "1;is no state",
                "[\"stopped\"];is no state",
                "{;is not JSON",
                "{\"state\":\"stopped\"} x;is not JSON",
                "{\"state\":\"stopped\",\"state\":\"running\"};is not JSON",
                "{};no text",
                "{\"state\":1};no text",
                "{\"state\":\"\"};no text",
                "{\"state\":\"idle\"};is no state",
            })
    void refusesWhatSaysNoState(String text, String why) {
        assertThatExceptionOfType(Unusable.class)
                .isThrownBy(() -> PlainMessage.read(Payload.of(text)))
                .withMessageContaining(why);
    }

    @Test
    void passesOverSpacesAndTakesNothingForUnknown() throws Unusable {
        assertThat(PlainMessage.read(Payload.of(" stopped\r\n")).state())
                .isEqualTo(MachineState.STOPPED);
        assertThat(PlainMessage.read(Payload.EMPTY).state()).isEqualTo(MachineState.UNKNOWN);
    }

    @Test
    void refusesWhatIsNoText() {
        refused(new byte[] {(byte) 0xff, 0, 1}, "UTF-8");
        refused(new byte[2 << 20], "2,097,152 bytes");
        refused("{\"a\":".repeat(1_600).getBytes(), "not JSON");
    }

    private static void refused(byte[] bytes, String why) {
        assertThatExceptionOfType(Unusable.class)
                .isThrownBy(() -> PlainMessage.read(Payload.of(bytes)))
                .withMessageContaining(why);
    }
}
