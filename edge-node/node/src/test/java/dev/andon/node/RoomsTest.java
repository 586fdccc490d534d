package dev.andon.node;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Holds the direction of the house: a stage sees the products of the stages before it, adapters
/// are known to the composition root alone, vendors stay in their room.
class RoomsTest {
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("dev.andon.node");

    @Test
    void looksAtTheWholeApplication() {
        assertThat(CLASSES.size()).isGreaterThan(80);
    }

    @Test
    void hasNoCirclesBetweenStages() {
        slices().matching("dev.andon.node.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @ParameterizedTest
    @CsvSource({
        "org.vosk.., dev.andon.node.stt.vosk..",
        "marytts.., dev.andon.node.tts.mary..",
        "javax.sound.., dev.andon.node.audio..|dev.andon.node.tts.mary..",
        "io.vertx.., dev.andon.node.web..",
        "picocli.., dev.andon.node.cli..",
        "java.sql.., dev.andon.node..sqlite..",
        "com.openhtmltopdf.., dev.andon.node.handover.pdf..",
        "com.google.i18n.., dev.andon.node.redaction..",
        "org.eclipse.tahu.., dev.andon.node.machine.mqtt..",
        "com.google.protobuf.., dev.andon.node.machine.mqtt..",
    })
    void keepsVendorTypesInTheirAdapter(String vendor, String rooms) {
        noClasses()
                .that()
                .resideOutsideOfPackages(rooms.split("\\|"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(vendor)
                .check(CLASSES);
    }

    @ParameterizedTest
    @CsvSource({
        "dev.andon.node.stt.vosk",
        "dev.andon.node.tts.mary",
        "dev.andon.node.machine.mqtt"
    })
    void letsTheCompositionRootAloneKnowAdapters(String adapter) {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.andon.node", adapter + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(adapter + "..")
                .check(CLASSES);
    }

    /// Tables share a file and its transactions, so one knows the other.
    @Test
    void letsTheCompositionRootAloneKnowTables() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.andon.node", "dev.andon.node..sqlite..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.andon.node..sqlite..")
                .check(CLASSES);
    }

    @ParameterizedTest
    @CsvSource({
        "audio, vad|stt|dialog|tts|turn|web|cli",
        "vad, stt|dialog|tts|turn|web|cli",
        "stt, dialog|tts|turn|web|cli",
        "dialog, audio|vad|tts|turn|web|cli",
        "dialog.phrase, stt|incident|procedure|command|saying|turn|web|cli",
        "saying, audio|vad|stt|dialog|tts|turn|command|incident|procedure|web|cli",
        "command, audio|vad|stt|tts|turn|journal|web|cli",
        "lint, audio|vad|dialog|tts|turn|command|incident|procedure|stt.vosk|web|cli",
        "tts, vad|dialog|turn|web|cli",
        "turn, journal|incident|escalation|web|cli",
        "sync, journal|incident|escalation|turn|web|cli",
        "journal, incident|escalation|handover|redaction|web|cli",
        "incident, machine|turn|escalation|handover|redaction|web|cli",
        "machine, audio|vad|stt|dialog|tts|turn|journal|sync|redaction|web|cli",
        "procedure, audio|vad|dialog|tts|turn|journal|incident|redaction|web|cli",
        "escalation, turn|redaction|journal|handover|web|cli",
        "handover, turn|redaction|escalation|web|cli",
        "redaction, turn|journal|incident|escalation|sync|web|cli",
        "web, cli",
    })
    void looksUpstreamOnly(String stage, String downstream) {
        String[] rooms =
                java.util.Arrays.stream(downstream.split("\\|"))
                        .map(room -> "dev.andon.node." + room + "..")
                        .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage("dev.andon.node." + stage + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(rooms)
                .check(CLASSES);
    }
}
