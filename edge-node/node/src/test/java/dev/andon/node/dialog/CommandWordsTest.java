package dev.andon.node.dialog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.knowledge.StageException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

class CommandWordsTest {
    @TempDir private Path folder;

    @Test
    void bringsTheWordsOfAllLanguagesWithoutAccents() {
        assertThat(CommandWords.BUILT_IN.stop()).contains("stop", "halt", "arrete");
        assertThat(CommandWords.BUILT_IN.repeat()).contains("say that again", "noch einmal");
        assertThat(CommandWords.BUILT_IN.more()).contains("go on", "weiter", "la suite");
    }

    @Test
    void doesWithoutAFolderOfThePlant() {
        assertThat(CommandWords.of(folder.resolve("none"))).isEqualTo(CommandWords.BUILT_IN);
        assertThat(CommandWords.of(folder)).isEqualTo(CommandWords.BUILT_IN);
    }

    @Test
    void putsAListOfThePlantInThePlaceOfTheOneOfThatLanguage() throws IOException {
        write("commands-en.txt", "[repeat]\nOnce more, please!\n");
        CommandWords words = CommandWords.of(folder);
        assertThat(words.repeat())
                .contains("once more please", "noch einmal")
                .doesNotContain("say that again");
        assertThat(words.more()).isEqualTo(CommandWords.BUILT_IN.more());
    }

    @Test
    void stopsAtWhateverAlwaysStopped() throws IOException {
        write("commands-en.txt", "[stop]\nshut up\n");
        assertThat(CommandWords.of(folder).stop())
                .contains("shut up")
                .containsAll(CommandWords.BUILT_IN.stop());
    }

    @Test
    void learnsALanguageThatTheProductDoesNotBring() throws IOException {
        write("commands-nl.txt", "[more]\nga door\n");
        write("commands-nl.txt~", "[more]\nnot this\n");
        assertThat(CommandWords.of(folder).more())
                .contains("ga door", "go on")
                .doesNotContain("not this");
    }

    @Test
    void saysWhatIsWrongWithAFile() throws IOException {
        assertThat(CommandWords.complaint(write("a", "# Ours\n[stop]\nhalt\n"))).isEmpty();
        assertThat(CommandWords.complaint(write("b", "[stop]\nhalt\n[pause]\nwait\n")))
                .hasValueSatisfying(it -> assertThat(it).contains("[pause]"));
        assertThat(CommandWords.complaint(write("c", "# Nothing yet\n")))
                .hasValueSatisfying(it -> assertThat(it).contains("no phrase"));
        assertThat(CommandWords.complaint(write("d", "[stop]\n?!\n")))
                .hasValueSatisfying(it -> assertThat(it).contains("nobody can say"));
        assertThat(CommandWords.complaint(write("e", "[more]\n" + "on ".repeat(50) + "\n")))
                .hasValueSatisfying(it -> assertThat(it).contains("nobody can say"));
        Path latin = folder.resolve("f");
        Files.write(latin, "[stop]\naufhören\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(CommandWords.complaint(latin))
                .hasValueSatisfying(it -> assertThat(it).contains("UTF-8"));
    }

    @Test
    void refusesAFileThatCannotBeRead() throws IOException {
        Files.write(
                folder.resolve("commands-de.txt"),
                "[stop]\naufhören\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> CommandWords.of(folder))
                .isInstanceOfSatisfying(
                        StageException.class,
                        e -> assertThat(e.code()).isEqualTo("phrases-unreadable"));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
