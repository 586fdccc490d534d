package dev.andon.hub.web;

import java.util.Map;

/// What a room offers over HTTPS.
@FunctionalInterface
public interface Operations {
    /// By `operationId` of `openapi.yaml`.
    Map<String, Operation> operations();
}
