/// Ed25519 over exact bytes, in DSSE envelopes (Dead Simple Signing Envelope 1.0).
@NullMarked
package dev.andon.protocol.signature;

import org.jspecify.annotations.NullMarked;
