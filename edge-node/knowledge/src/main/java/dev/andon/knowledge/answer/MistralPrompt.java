package dev.andon.knowledge.answer;

import java.util.regex.Pattern;

/// Renders a prompt in the form that Mistral's instruct models were trained on. The tokenizer adds
/// the begin token itself.
///
/// What comes from manuals and questions is data: strings that the tokenizer would read as control
/// tokens are taken out of it, so that no document can end the instruction and begin its own.
public final class MistralPrompt {
    private static final Pattern CONTROL =
            Pattern.compile(
                    "\\[\\s*/?\\s*(?:INST|SYSTEM_PROMPT|AVAILABLE_TOOLS|TOOL_CALLS|TOOL_RESULTS"
                        + "|TOOL_CONTENT|ARGS|CALL_ID|THINK|PREFIX|MIDDLE|SUFFIX|IMG(?:_BREAK|_END)?"
                        + "|control_\\d+)\\s*]"
                        + "|<\\s*/?\\s*(?:s|unk|pad)\\s*>|<</?SYS>>|<\\|[^|>]{0,40}\\|>|<0x[0-9A-F]{2}>",
                    Pattern.CASE_INSENSITIVE);

    private MistralPrompt() {}

    /// The whole prompt. The instruction comes first and is the same every time, so that the model
    /// need not evaluate it again.
    public static String render(Prompt prompt) {
        return "[INST] %s [/INST]".formatted(text(prompt));
    }

    /// The prompt as one message, for a server that has the model's template.
    public static String text(Prompt prompt) {
        String history = prompt.history().isEmpty() ? "" : prompt.history() + "\n\n";
        return "%s\n\n%s%s\n\nQuestion: %s"
                .formatted(
                        prompt.instruction(),
                        withoutControlTokens(history),
                        withoutControlTokens(prompt.passages()),
                        withoutControlTokens(prompt.question()));
    }

    /// Each control token becomes a space, never nothing: what stood around it must not close up to
    /// form another.
    static String withoutControlTokens(String data) {
        return CONTROL.matcher(data).replaceAll(" ");
    }
}
