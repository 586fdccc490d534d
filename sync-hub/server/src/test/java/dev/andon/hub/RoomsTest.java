package dev.andon.hub;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;

/// Holds the rooms of the hub apart: vendors stay in theirs, and nobody looks towards the door.
class RoomsTest {
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("dev.andon.hub");

    @Test
    void looksAtTheWholeHub() {
        assertThat(CLASSES.size()).isGreaterThan(40);
    }

    @Test
    void hasNoCirclesBetweenRooms() {
        slices().matching("dev.andon.hub.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    /// A room that owns tables speaks SQL through Jdbi; connections are the store's alone.
    @ParameterizedTest
    @CsvSource({
        "com.zaxxer.., store",
        "org.flywaydb.., store",
        "org.postgresql.., none",
        "org.jdbi.., store|ingest|fleet|inbox|library|enrol",
        "java.sql.., store|ingest|fleet|inbox|library|enrol",
        "javax.sql.., store",
        "org.eclipse.paho.., none",
        "org.apache.activemq.., broker",
        "org.bouncycastle.., pki",
        "io.vertx.., web",
        "picocli.., cli",
    })
    void keepsVendorTypesInTheirRoom(String vendor, String rooms) {
        noClasses()
                .that()
                .resideOutsideOfPackages(packages(rooms))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(vendor)
                .check(CLASSES);
    }

    @ParameterizedTest
    @CsvSource({
        "store, ingest|fleet|inbox|library|enrol|broker|pki|web|cli",
        "ingest, fleet|inbox|library|enrol|broker|pki|web|cli",
        "fleet, inbox|library|enrol|broker|pki|web|cli",
        "inbox, library|enrol|broker|pki|web|cli",
        "library, enrol|broker|pki|web|cli",
        "web, cli",
    })
    void looksUpstreamOnly(String room, String downstream) {
        noClasses()
                .that()
                .resideInAPackage("dev.andon.hub." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages(downstream))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void doesNotSeeTheNode() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.andon.node..")
                .check(CLASSES);
    }

    private static String[] packages(String rooms) {
        return Arrays.stream(rooms.split("\\|"))
                .map(room -> "dev.andon.hub." + room + "..")
                .toArray(String[]::new);
    }
}
