package dev.andon.mqtt;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;

/// The link is a leaf, and its library stays in one room.
class RoomsTest {
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("dev.andon.mqtt");

    @Test
    void looksAtAllOfIt() {
        assertThat(CLASSES.size()).isGreaterThan(15);
    }

    @Test
    void keepsPahoInItsRoom() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.andon.mqtt.paho..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.eclipse.paho..", "dev.andon.mqtt.paho..")
                .check(CLASSES);
    }

    @Test
    void showsNothingOfPahoButTheConnector() {
        classes()
                .that()
                .resideInAPackage("dev.andon.mqtt.paho..")
                .and()
                .arePublic()
                .should()
                .haveSimpleName("PahoConnector")
                .check(CLASSES);
    }

    @Test
    void knowsNoOtherModule() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.andon.mqtt..",
                        "java..",
                        "javax..",
                        "org.eclipse.paho..",
                        "org.slf4j..",
                        "org.jspecify..")
                .check(CLASSES);
    }
}
