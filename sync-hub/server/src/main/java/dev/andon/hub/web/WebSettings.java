package dev.andon.hub.web;

import dev.andon.config.Secret;

import java.nio.file.Path;

/// How the API is reached.
///
/// @param host address to listen on
/// @param port 0 for any free one
/// @param certificate PEM file of the certificate chain
/// @param key PEM file of its key, PKCS 8
/// @param token of administrators
/// @param uploads folder of bodies that are on their way
public record WebSettings(
        String host, int port, Path certificate, Path key, Secret token, Path uploads) {}
