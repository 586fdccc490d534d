package dev.andon.node.command;

import dev.andon.knowledge.answer.Reply;
import dev.andon.knowledge.retrieval.Question;

import org.jspecify.annotations.Nullable;

/// What a command is given in.
///
/// @param matter what is under way
/// @param station the register's id of the machine that the person stands at; null if unknown
/// @param question the last one; null before the first
/// @param reply the last one; null before the first
/// @param language of the person, BCP 47
public record Context(
        Matter matter,
        @Nullable String station,
        @Nullable Question question,
        @Nullable Reply reply,
        String language) {}
