package dev.andon.protocol;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;

/// The contract is a leaf: it knows no broker, no database, no other module.
class RoomsTest {
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("dev.andon.protocol");

    @Test
    void knowsNothingButJavaAndItsJson() {
        assertThat(CLASSES.size()).isGreaterThan(40);
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.andon.protocol..",
                        "java.lang..",
                        "java.io..",
                        "java.nio..",
                        "java.math..",
                        "java.security..",
                        "java.time..",
                        "java.util..",
                        "com.fasterxml.jackson..",
                        "org.jspecify..")
                .check(CLASSES);
    }
}
