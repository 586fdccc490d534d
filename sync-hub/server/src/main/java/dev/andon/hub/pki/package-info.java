/// What the hub proves itself with: an authority of its own, the certificate of its servers, the
/// key that signs the library, its password at the broker, the token of its administrators.
///
/// In: the hub's folder and its host names. Out: files that only this user reads, and what was read
/// from them. Never knows: who is let in (that is `enrol`). BouncyCastle stays in this room.
@NullMarked
package dev.andon.hub.pki;

import org.jspecify.annotations.NullMarked;
