package dev.andon.knowledge;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Holds the direction of the house: data flows from manuals to answers, vendors stay in their
/// room.
class RoomsTest {
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("dev.andon.knowledge");

    @Test
    void looksAtTheWholeLibrary() {
        assertThat(CLASSES.size()).isGreaterThan(40);
    }

    @Test
    void hasNoCirclesBetweenStages() {
        slices().matching("dev.andon.knowledge.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void hasNoCirclesBetweenTheRoomsOfAnAnswer() {
        slices().matching("dev.andon.knowledge.answer.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "words",
                "question",
                "evidence",
                "candidate",
                "decision",
                "speech",
                "grounding",
                "egress"
            })
    void knowsNoReplyBeforeItsEnd(String room) {
        noClasses()
                .that()
                .resideInAPackage("dev.andon.knowledge.answer." + room)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.andon.knowledge.answer")
                .check(CLASSES);
    }

    @ParameterizedTest
    @CsvSource({
        "java.sql.., dev.andon.knowledge.store..|dev.andon.knowledge..sqlite..",
        "org.sqlite.., dev.andon.knowledge.store..|dev.andon.knowledge..sqlite..",
        "ai.onnxruntime.., dev.andon.knowledge.embed.onnx..",
        "de.kherud.., dev.andon.knowledge.llm.llamacpp..",
        "org.apache.pdfbox.., dev.andon.knowledge.corpus.pdf..",
        "org.apache.lucene.., dev.andon.knowledge.corpus.words..",
        "dev.failsafe.., dev.andon.knowledge.llm.http..",
        "java.net.http.., dev.andon.knowledge.llm.http..",
        "org.commonmark.., dev.andon.knowledge.corpus.markdown..",
        "org.apache.poi.., dev.andon.knowledge.corpus.docx..",
        "org.jsoup.., dev.andon.knowledge.corpus.html..",
        "org.apache.commons.csv.., dev.andon.knowledge.corpus.csv..",
        "com.optimaize.., dev.andon.knowledge.corpus.language..",
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
        "measure, corpus",
        "measure, retrieval",
        "measure, answer",
        "corpus, retrieval",
        "corpus, answer",
        "corpus, llm",
        "embed, corpus",
        "embed, store",
        "embed, retrieval",
        "embed, answer",
        "store, corpus",
        "store, retrieval",
        "store, answer",
        "store, embed",
        "retrieval, answer",
        "retrieval, llm",
        "answer, llm",
        "answer, store",
        "answer, embed",
        "answer.words, answer.question",
        "answer.words, answer.candidate",
        "answer.question, answer.evidence",
        "answer.question, answer.candidate",
        "answer.evidence, answer.candidate",
        "answer.evidence, answer.decision",
        "answer.question, answer.decision",
        "answer.candidate, answer.decision",
        "answer.candidate, answer.speech",
        "answer.decision, answer.speech",
        "answer.speech, answer.wording",
        "answer.grounding, answer.wording",
        "answer.egress, answer.wording",
        "llm, retrieval",
        "llm, corpus",
        "llm, store",
    })
    void looksUpstreamOnly(String stage, String downstream) {
        noClasses()
                .that()
                .resideInAPackage("dev.andon.knowledge." + stage + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.andon.knowledge." + downstream + "..")
                .allowEmptyShould(true)
                .check(CLASSES);
    }
}
