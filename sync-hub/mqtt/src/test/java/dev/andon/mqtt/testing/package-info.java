/// What tests of the link need, here and in the applications: real brokers, certificates, and a
/// proxy that does what bad networks do.
@NullMarked
package dev.andon.mqtt.testing;

import org.jspecify.annotations.NullMarked;
