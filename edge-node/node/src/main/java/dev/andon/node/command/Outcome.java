package dev.andon.node.command;

import dev.andon.knowledge.answer.Reply;

/// What came of a command.
///
/// @param reply to be told
/// @param matter what is under way now
public record Outcome(Reply reply, Matter matter) {}
