/// HTTP and WebSocket in, turns out; replies and sound back.
///
/// [NodeServer] listens with what [NodeServices] gives it. A request passes [Gate] (who may ask)
/// and [UploadHandler] (how much), and comes to [Api], or to a [VoiceSocket] with its [VoiceTurn];
/// what fails leaves through [FailureHandler]. `openapi.yaml` drives the router. Never knows:
/// engines, SQL.
@NullMarked
package dev.andon.node.web;

import org.jspecify.annotations.NullMarked;
