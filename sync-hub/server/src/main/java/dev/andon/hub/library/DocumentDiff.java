package dev.andon.hub.library;

import dev.andon.hub.library.reading.RevisionDiff;

import org.jspecify.annotations.Nullable;

/// What changed between two revisions, and what it costs to bring it to a node.
///
/// @param document kind and id
/// @param from the older one
/// @param to the newer one
/// @param bytesFetched by a node that has the older one: blocks of file, lists, vectors, questions
/// @param bytesWhole that a node without any earlier one fetches
/// @param contents what a manual says otherwise; null for other kinds
public record DocumentDiff(
        String document,
        Revision from,
        Revision to,
        long bytesFetched,
        long bytesWhole,
        @Nullable RevisionDiff contents) {}
