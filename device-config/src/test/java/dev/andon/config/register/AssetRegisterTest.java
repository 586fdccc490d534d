package dev.andon.config.register;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AssetRegisterTest {
    private final AssetRegister register = RegisterReaderTest.DEMO;

    @Test
    void findsAMachineByItsId() {
        assertThat(register.machine("PALLETISER-1")).map(Machine::model).contains("PX-200");
        assertThat(register.machine("palletiser")).isEmpty();
    }

    @Test
    void findsAMachineByNameAndAlias() {
        assertThat(register.machinesCalled("palletiser")).hasSize(1);
        assertThat(register.machinesCalled("  Stacker ")).hasSize(1);
        assertThat(register.machinesCalled("stack")).isEmpty();
    }

    @Test
    void findsALine() {
        assertThat(register.line("Line-1")).map(Line::name).contains("Line one");
        assertThat(AssetRegister.empty().line("line-1")).isEmpty();
    }
}
