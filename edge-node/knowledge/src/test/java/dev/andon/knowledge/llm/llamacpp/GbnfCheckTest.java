package dev.andon.knowledge.llm.llamacpp;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GbnfCheckTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "root ::= \"S1\" | \"S2\" | \"none\"",
                "# a comment\nroot ::= word (\" \" word)* # another\nword ::= [a-z]+ | \"\\n\"\n",
                "root ::= (\"a\"\n | \"b\"){1,3}",
                "root ::= [^\\]\"]{2} .? \"\\u00e9\\x41\"",
                "root ::= a |\n  b\na ::= \"a\"\nb ::= a a",
            })
    void acceptsWhatLlamaTakes(String grammar) {
        assertThatCode(() -> GbnfCheck.check(grammar)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "S1",
                "rule ::= \"a\"",
                "root ::= ",
                "root ::= \"a",
                "root ::= [a-z",
                "root ::= []",
                "root ::= (\"a\"",
                "root ::= other",
                "root ::= root \"a\"",
                "root ::= \"a\" b\nb ::= root",
                "root ::= \"a\" | ",
                "root ::= \"a\"{5,2}",
                "root ::= \"a\"{99999}",
                "root ::= \"\\q\"",
                "root ::= \"\\u12\"",
                "root ::= \"a\"\nroot ::= \"b\"",
                "root = \"a\"",
                "* ::= \"a\"",
            })
    void refusesWhatLlamaWouldIgnore(String grammar) {
        assertThatThrownBy(() -> GbnfCheck.check(grammar)).hasMessageStartingWith("The grammar ");
    }
}
