package dev.andon.node.stt;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Two slots that belong together where a phrase has both: the fault that is said is one of the
/// machine that is named. Each owner has slots of its own for the two, see [#of].
///
/// @param one a slot
/// @param other one that goes with it
/// @param owners by any name
public record SlotPairing(String one, String other, List<String> owners) {
    public SlotPairing {
        owners = List.copyOf(owners);
    }

    /// The name of an owner's slot.
    public static String of(String slot, String owner) {
        return slot + " of " + owner;
    }

    /// The phrase with both slots those of one owner; as it is if it has not both.
    public Spoken paired(Spoken phrase) {
        if (!phrase.has(one) || !phrase.has(other)) {
            return phrase;
        }
        return switch (phrase) {
            case Spoken.Words _, Spoken.Slot _ -> phrase;
            case Spoken.Choice(var ways) ->
                    new Spoken.Choice(ways.stream().map(this::paired).toList());
            case Spoken.Sequence(var parts) -> paired(parts);
        };
    }

    /// What stands before the first of the two, and behind the last, is there once.
    private Spoken paired(List<Spoken> parts) {
        int[] with =
                IntStream.range(0, parts.size())
                        .filter(i -> parts.get(i).has(one) || parts.get(i).has(other))
                        .toArray();
        int first = with[0];
        int last = with[with.length - 1];
        Spoken between = new Spoken.Sequence(parts.subList(first, last + 1));
        List<Spoken> all = new ArrayList<>(parts.subList(0, first));
        all.add(first == last ? paired(parts.get(first)) : ofEachOwner(between));
        all.addAll(parts.subList(last + 1, parts.size()));
        return new Spoken.Sequence(all);
    }

    private Spoken ofEachOwner(Spoken part) {
        return new Spoken.Choice(owners.stream().map(owner -> owned(part, owner)).toList());
    }

    private Spoken owned(Spoken part, String owner) {
        return switch (part) {
            case Spoken.Words _ -> part;
            case Spoken.Slot(String slot) ->
                    slot.equals(one) || slot.equals(other)
                            ? new Spoken.Slot(of(slot, owner))
                            : part;
            case Spoken.Sequence(var parts) -> new Spoken.Sequence(owned(parts, owner));
            case Spoken.Choice(var ways) -> new Spoken.Choice(owned(ways, owner));
        };
    }

    private List<Spoken> owned(List<Spoken> parts, String owner) {
        return parts.stream().map(part -> owned(part, owner)).toList();
    }
}
