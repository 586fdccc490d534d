package dev.andon.knowledge.answer;

import dev.andon.knowledge.retrieval.Question;

/// A question of a conversation and what Andon said to it.
public record Exchange(Question question, Reply reply) {}
