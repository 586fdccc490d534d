package dev.andon.node.sync.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.knowledge.answer.Reply;
import dev.andon.protocol.DocumentKind;
import dev.andon.protocol.Manifest;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// A small manual whose revisions differ in one row; quick to read and to embed.
final class Torques {
    static final String ID = "press-torques";
    static final String DOCUMENT = "manual/" + ID;
    static final String QUESTION = "What is the torque of the chain tensioner lock nut?";
    static final String OF_B = "95";
    static final String OF_C = "120";

    private static final String TEXT =
            """
            # Tightening torques

            | Joint | Thread | Condition | Minimum (N·m) | Maximum (N·m) |
            |---|---|---|---|---|
            | Chain tensioner lock nut | M16 | lubricated | %s | 130 |
            | Hoist brake to motor | M8 | dry | 20 | 22 |
            | Gripper finger | M6 | dry | 9 | 10 |

            # Cleaning

            Wipe the light curtain with a dry cloth once a week. Do not use solvents, since they
            cloud the lenses.

            """;

    private Torques() {}

    static byte[] text(String revision) {
        StringBuilder text = new StringBuilder(TEXT.formatted(revision.equals("B") ? OF_B : OF_C));
        for (int i = 1; i <= 200; i++) {
            text.append("<!-- Note %d of the author, which nobody reads. -->%n".formatted(i));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static Manifest manifest(ScriptedHub hub, long serial, String revision) {
        return manifest(hub, serial, revision, null, null);
    }

    static Manifest manifest(
            ScriptedHub hub,
            long serial,
            String revision,
            Manifest.@Nullable Vectors vectors,
            @Nullable String questions) {
        return new Manifest(
                DocumentKind.MANUAL,
                ID,
                serial,
                revision,
                "Torques of the press",
                0,
                Long.MAX_VALUE / 2,
                List.of(),
                "en",
                null,
                null,
                "torques-%s.md".formatted(revision),
                "text/markdown",
                hub.files.file(text(revision)),
                vectors,
                questions == null
                        ? null
                        : hub.files.file(questions.getBytes(StandardCharsets.UTF_8)));
    }

    static String question(String contains) {
        return "{\"question\":\"%s\",\"contains\":\"%s\"}%n".formatted(QUESTION, contains);
    }

    /// The one revision that an answer is out of; fails if it mixes two.
    static String revision(Reply reply) {
        assertThat(reply).isInstanceOf(Reply.Answer.class);
        Reply.Answer answer = (Reply.Answer) reply;
        String revision = String.valueOf(answer.citations().getFirst().manual().revision());
        assertThat(answer.citations()).allMatch(each -> revision.equals(each.manual().revision()));
        assertThat(answer.text()).contains(revision.equals("B") ? OF_B : OF_C);
        return revision;
    }
}
