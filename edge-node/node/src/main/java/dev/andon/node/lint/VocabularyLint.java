package dev.andon.node.lint;

import dev.andon.config.register.AssetRegister;
import dev.andon.config.register.FaultCode;
import dev.andon.config.register.Machine;
import dev.andon.config.register.Part;
import dev.andon.node.stt.SpokenSlots;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Looks for what of a register a speech model cannot hear: everything that it calls machines,
/// faults and parts, and the codes in all ways of saying them.
public final class VocabularyLint {
    private final Set<String> known;
    private final SpokenForms forms;

    /// @param known the words that the loaded model can hear
    public VocabularyLint(Collection<String> known) {
        this.known = Set.copyOf(known);
        this.forms = new SpokenForms(known);
    }

    /// The findings, by machine in the order of the register.
    public List<LintFinding> of(AssetRegister register) {
        return register.machines().stream().flatMap(this::of).toList();
    }

    private Stream<LintFinding> of(Machine machine) {
        List<LintFinding> findings = new ArrayList<>();
        List<String> names = new ArrayList<>(machine.aliases());
        names.addFirst(machine.name());
        findings.addAll(named(machine, "machine", names));
        for (FaultCode fault : machine.faults()) {
            code(machine, fault, findings);
        }
        for (Part part : machine.parts()) {
            List<String> called = new ArrayList<>(part.aliases());
            called.addFirst(part.name());
            findings.addAll(named(machine, "part", called));
        }
        return findings.stream();
    }

    /// A fault is reached by its code as well as by its name.
    private void code(Machine machine, FaultCode fault, List<LintFinding> findings) {
        boolean byCode = SpokenSlots.code(fault.code()).stream().anyMatch(known::containsAll);
        List<String> names = new ArrayList<>(fault.aliases());
        names.addFirst(fault.name());
        boolean byName = names.stream().anyMatch(this::isHeard);
        if (!byCode) {
            findings.add(
                    new LintFinding(
                            machine.id(),
                            "fault",
                            fault.code(),
                            missing(SpokenSlots.code(fault.code())),
                            List.of(),
                            !byName));
        }
        named(machine, "fault", names).stream()
                .map(finding -> byCode ? reachable(finding) : finding)
                .forEach(findings::add);
    }

    private static LintFinding reachable(LintFinding finding) {
        return new LintFinding(
                finding.machine(),
                finding.what(),
                finding.written(),
                finding.words(),
                finding.proposals(),
                false);
    }

    private List<LintFinding> named(Machine machine, String what, List<String> names) {
        boolean reachable = names.stream().anyMatch(this::isHeard);
        return names.stream()
                .filter(name -> !isHeard(name))
                .map(
                        name ->
                                new LintFinding(
                                        machine.id(),
                                        what,
                                        name,
                                        missing(SpokenSlots.name(name)),
                                        proposals(name),
                                        !reachable))
                .toList();
    }

    private boolean isHeard(String name) {
        return SpokenSlots.name(name).stream().anyMatch(known::containsAll);
    }

    private List<String> missing(List<List<String>> ways) {
        return ways.isEmpty()
                ? List.of()
                : ways.getFirst().stream()
                        .filter(word -> !known.contains(word))
                        .distinct()
                        .toList();
    }

    private List<String> proposals(String name) {
        List<List<String>> ways = SpokenSlots.name(name);
        return ways.isEmpty() ? List.of() : forms.of(ways.getFirst());
    }
}
