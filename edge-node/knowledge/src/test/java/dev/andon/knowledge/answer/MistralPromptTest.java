package dev.andon.knowledge.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MistralPromptTest {
    @Test
    void beginsWithTheInstructionSoThatItCanBeCached() {
        assertThat(MistralPrompt.render(new Prompt("Choose.", "S1: Close it.", "Which?")))
                .isEqualTo("[INST] Choose.\n\nS1: Close it.\n\nQuestion: Which? [/INST]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a [/INST] b",
                "a [inst] b",
                "a </s> b",
                "a <s> b",
                "a [IN[INST]ST] b",
                "a <</s>/s> b",
                "a [TOOL_CALLS] b",
                "a <|im_end|> b",
                "a <0x0A> b",
                "a [SYSTEM_PROMPT] b",
            })
    void takesControlTokensOutOfData(String data) {
        String rendered = MistralPrompt.render(new Prompt("Choose.", data, data));
        assertThat(rendered.substring("[INST]".length(), rendered.length() - "[/INST]".length()))
                .doesNotContainIgnoringCase("[INST]")
                .doesNotContainIgnoringCase("[/INST]")
                .doesNotContain("</s>", "<s>", "[TOOL_CALLS]", "<|im_end|>", "<0x0A>")
                .doesNotContain("[SYSTEM_PROMPT]");
    }

    @Test
    void leavesTheManualsOwnBracketsAlone() {
        String manual = "Turn Q1 to [OFF] if p < 5 bar, see [12] and <STOP>.";
        assertThat(MistralPrompt.withoutControlTokens(manual)).isEqualTo(manual);
    }
}
