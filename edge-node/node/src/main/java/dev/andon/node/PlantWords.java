package dev.andon.node;

import dev.andon.config.register.AssetRegister;
import dev.andon.config.register.FaultCode;
import dev.andon.config.register.Line;
import dev.andon.config.register.Machine;
import dev.andon.config.register.Part;
import dev.andon.knowledge.corpus.ManualStore;
import dev.andon.node.dialog.phrase.PhraseBook;
import dev.andon.node.stt.Vocabulary;
import dev.andon.node.stt.VocabularyBuilder;

import java.util.ArrayList;
import java.util.List;

/// What the recogniser must know: the register's names and codes, what can be commanded, and the
/// words of the English manuals.
final class PlantWords {
    private PlantWords() {}

    static Vocabulary of(AssetRegister register, ManualStore manuals, PhraseBook phrases) {
        List<String> texts = new ArrayList<>();
        manuals.texts("en", texts::add);
        return new VocabularyBuilder()
                .commands(PlantGrammar.of(phrases, register))
                .names(names(register))
                .englishTexts(texts.stream())
                .build();
    }

    private static List<String> names(AssetRegister register) {
        List<String> names = new ArrayList<>();
        register.lines().stream().map(Line::name).forEach(names::add);
        for (Machine machine : register.machines()) {
            names.add(machine.name());
            names.addAll(machine.aliases());
            names.add(machine.machineClass());
            names.add(machine.model());
            for (FaultCode fault : machine.faults()) {
                names.add(fault.code());
                names.add(fault.name());
                names.addAll(fault.aliases());
            }
            for (Part part : machine.parts()) {
                names.add(part.number());
                names.add(part.name());
                names.addAll(part.aliases());
            }
        }
        return names;
    }
}
