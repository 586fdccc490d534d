package dev.andon.node.command;

import dev.andon.config.register.Machine;
import dev.andon.knowledge.answer.Reply;
import dev.andon.knowledge.answer.Reply.Kind;
import dev.andon.knowledge.answer.words.Language;
import dev.andon.knowledge.retrieval.Question;
import dev.andon.node.handover.Handover;
import dev.andon.node.handover.HandoverPage;
import dev.andon.node.handover.HandoverSpeech;
import dev.andon.node.handover.Handovers;
import dev.andon.node.saying.Sayings;
import dev.andon.node.saying.Words;
import dev.andon.node.sync.CitedPage;
import dev.andon.protocol.fact.TurnFact;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/// Gives the handover, and knows what the expert is to be asked.
///
/// @param desk what it is made of
record DeskTalk(Commands.Desk desk) {
    /// The whole of it is shown, the first of it is said; the hub is told what was said.
    Reply handover(String language) {
        Handover handover = desk.handovers().now();
        List<String> said = new HandoverSpeech(words(Sayings.VOICE)).of(handover);
        HandoverPage.Place place =
                new HandoverPage.Place(
                        desk.register().name(),
                        desk.node(),
                        desk.handovers().zone(),
                        desk.clock().millis());
        String text = HandoverPage.of(handover, place, words(language)).text();
        desk.handovers().given(handover, String.join(" ", said));
        return new Reply.Statement(Kind.TOLD, text, said);
    }

    private static Words words(String language) {
        boolean known = Language.known().stream().anyMatch(each -> each.code().equals(language));
        return Words.beside(Handovers.class, known ? language : Sayings.VOICE);
    }

    /// What was asked last, or what is said now, with what the manuals offered to it; empty if
    /// nothing was asked.
    Optional<Draft.Call> call(@Nullable String about, Context context) {
        Question last = context.question();
        if (about != null) {
            return Optional.of(new Draft.Call(about, List.of(), machine(null, context)));
        }
        return last == null
                ? Optional.empty()
                : Optional.of(
                        new Draft.Call(
                                last.text(), cited(context.reply()), machine(last, context)));
    }

    private @Nullable String machine(@Nullable Question last, Context context) {
        String asked = last == null ? null : last.machine();
        return Optional.ofNullable(asked)
                .or(() -> Optional.ofNullable(context.station()))
                .flatMap(desk.register()::machine)
                .map(Machine::id)
                .orElse(null);
    }

    private static List<TurnFact.Citation> cited(@Nullable Reply reply) {
        return switch (reply) {
            case Reply.Answer answer -> answer.citations().stream().map(CitedPage::of).toList();
            case Reply.Refusal refusal when refusal.nearest() != null ->
                    List.of(CitedPage.of(refusal.nearest()));
            case null, default -> List.of();
        };
    }
}
