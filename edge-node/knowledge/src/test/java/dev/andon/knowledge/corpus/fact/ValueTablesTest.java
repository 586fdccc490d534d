package dev.andon.knowledge.corpus.fact;

import static dev.andon.knowledge.corpus.fact.Facts.table;
import static dev.andon.knowledge.corpus.fact.Facts.values;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Tables as manuals print them, and what they state.
class ValueTablesTest {
    @Test
    void readsAUnitInTheHeader() {
        assertThat(
                        values(
                                "Torques",
                                table(
                                        "",
                                        "Thread | Condition | Minimum (N·m) | Maximum (N·m)",
                                        "M8 | dry | 22 | 25")))
                .containsExactly(
                        "M8 [dry, Minimum] Torques: AT_LEAST 22 N.m",
                        "M8 [dry, Maximum] Torques: AT_MOST 25 N.m",
                        "M8 [dry] Torques: RANGE 22..25 N.m");
    }

    @Test
    void readsAColumnOfUnits() {
        assertThat(
                        values(
                                "Machine data",
                                table(
                                        "",
                                        "Property | PX-200 | PX-220 | Unit",
                                        "Hoist stroke | 1650 | 1950 | mm",
                                        "Room temperature | 5 to 40 | 5 to 45 | °C")))
                .containsExactly(
                        "Hoist stroke [PX-200] stroke: EXACTLY 1650 mm",
                        "Hoist stroke [PX-220] stroke: EXACTLY 1950 mm",
                        "Room temperature [PX-200] temperature: RANGE 5..40 Cel",
                        "Room temperature [PX-220] temperature: RANGE 5..45 Cel");
    }

    @Test
    void readsAUnitInTheCaption() {
        assertThat(
                        values(
                                "",
                                table(
                                        "Table 7: Torques in N·m, class A4-70",
                                        "Thread | Dry | Lubricated",
                                        "M6 | 7.0 | 5.6")))
                .containsExactly(
                        "M6 [Dry, class A4-70] Torques: EXACTLY 7 N.m",
                        "M6 [Lubricated, class A4-70] Torques: EXACTLY 5.6 N.m");
    }

    @Test
    void readsAUnitInTheCellAndInSquareBrackets() {
        assertThat(
                        values(
                                "Lubrication",
                                table(
                                        "",
                                        "Point | Lubricant | Quantity | Interval",
                                        "Gearbox | ISO VG 220 | 1.8 litres | Every 6 months")))
                .containsExactly(
                        "Gearbox [ISO VG 220] Quantity: EXACTLY 1.8 l",
                        "Gearbox [ISO VG 220] Interval: EXACTLY 6 mo");
        assertThat(values("", table("", "Joint | Torque [Nm]", "Lid | 12")))
                .containsExactly("Lid [] Torque: EXACTLY 12 N.m");
    }

    @Test
    void pairsMinimaAndMaximaOfTheSameCondition() {
        assertThat(
                        values(
                                "Torques",
                                table(
                                        "Torques in N·m",
                                        "Thread | Dry, minimum | Dry, maximum | Lubricated, minimum"
                                                + " | Lubricated, maximum",
                                        "M8 | 17 | 19 | 13.5 | 15")))
                .contains(
                        "M8 [Dry, minimum] Torques: AT_LEAST 17 N.m",
                        "M8 [Dry] Torques: RANGE 17..19 N.m",
                        "M8 [Lubricated] Torques: RANGE 13.5..15 N.m")
                .hasSize(6);
    }

    @Test
    void joinsAHeaderOfTwoLines() {
        assertThat(
                        values(
                                "",
                                table(
                                        "",
                                        "Thread | Torque (N·m) |",
                                        " | dry | lubricated",
                                        "M8 | 25 | 20")))
                .containsExactly(
                        "M8 [dry] Torque: EXACTLY 25 N.m",
                        "M8 [lubricated] Torque: EXACTLY 20 N.m");
    }

    @Test
    void fillsAKeyThatStandsForSeveralRows() {
        assertThat(
                        values(
                                "",
                                table(
                                        "",
                                        "Thread | Condition | Torque (N·m)",
                                        "M8 | dry | 25",
                                        " | lubricated | 20")))
                .containsExactly(
                        "M8 [dry] Torque: EXACTLY 25 N.m",
                        "M8 [lubricated] Torque: EXACTLY 20 N.m");
    }

    @Test
    void takesAGroupLineAsACondition() {
        assertThat(
                        values(
                                "",
                                table(
                                        "",
                                        "Joint | Torque (N·m)",
                                        "Hoist |",
                                        "Motor bolts | 46",
                                        "Row pusher |",
                                        "Motor bolts | 22")))
                .containsExactly(
                        "Motor bolts [Hoist] Torque: EXACTLY 46 N.m",
                        "Motor bolts [Row pusher] Torque: EXACTLY 22 N.m");
    }

    @Test
    void readsAKeyValueTableWithoutAHeader() {
        assertThat(values("", table("", "Supply voltage | 400 V", "Rated current | 22 A")))
                .containsExactly(
                        "Supply voltage [] voltage: EXACTLY 400 V",
                        "Rated current [] current: EXACTLY 22 A");
    }

    @Test
    void readsFrenchAndGermanHeaders() {
        assertThat(
                        values(
                                "Pressions",
                                table(
                                        "",
                                        "Point | Manomètre | Unité | Minimum | Maximum",
                                        "Alimentation en air | M1 | bar | 5,5 | 6,5")))
                .contains("Alimentation en air [M1] Pressions: RANGE 5.5..6.5 bar");
        assertThat(values("", table("", "Verbindung | Anzugsmoment (Nm)", "Deckel | 12")))
                .containsExactly("Deckel [] Anzugsmoment: EXACTLY 12 N.m");
    }

    @Test
    void namesASparePartByItsNameNotItsNumber() {
        assertThat(
                        values(
                                "Spare parts",
                                table(
                                        "",
                                        "Part number | Name | Assembly | Quantity",
                                        "PX2-2205-01 | Connecting link | Hoist | 2")))
                .containsExactly("Connecting link [PX2-2205-01, Hoist] Quantity: EXACTLY 2");
    }

    @Test
    void keepsTheUnitOfBothSidesOfASize() {
        assertThat(values("", table("", "Property | Value | Unit", "Table size | 700 × 600 | mm")))
                .containsExactly(
                        "Table size [] size: EXACTLY 700 mm", "Table size [] size: EXACTLY 600 mm");
    }

    @Test
    void takesNoValueFromNumbersThatMeasureNothing() {
        assertThat(values("", table("", "Part number | Name", "6ES7 315-2EH14 | CPU module")))
                .isEmpty();
        assertThat(values("", table("", "Revision | Date | Change", "B | 2023-09-04 | Layer unit")))
                .isEmpty();
        assertThat(values("", table("", "Chapter | Page", "Safety | 7", "Torques | 12"))).isEmpty();
        assertThat(values("", table("", "Step | Action", "1 | Open the door", "2 | Close it")))
                .isEmpty();
        assertThat(values("", table("", "Signal | Pin", "Ready | 4", "Fault | 5"))).isEmpty();
    }

    @Test
    void takesNoUnitFromAColumnCalledByALetter() {
        assertThat(values("", table("", "System | A | V", "G54 | 5224 | 5228"))).isEmpty();
    }

    @Test
    void takesNoValueFromACodeInTwoForms() {
        assertThat(values("", table("", "Name | Value (hex)", "Error | 131 (0x83)"))).isEmpty();
    }

    @Test
    void takesNoValueFromARowWithoutAKey() {
        assertThat(values("", table("", "Thread | Torque (N·m)", " | 25"))).isEmpty();
    }
}
