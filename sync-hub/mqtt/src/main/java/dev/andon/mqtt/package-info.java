/// One connection to an MQTT 5 broker, as both ends of the product use it: a window of our own,
/// acknowledgement by hand after the commit, reconnection by our own loop.
///
/// In: publications. Out: deliveries, pulled. Never knows: what the messages say. Vendor types stay
/// in `paho`.
@NullMarked
package dev.andon.mqtt;

import org.jspecify.annotations.NullMarked;
