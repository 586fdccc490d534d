/// The broker that is part of the hub: Apache ActiveMQ Artemis, MQTT 5, its journal on the hub's
/// disk.
///
/// In: a port, a certificate, who may enter. Out: a broker that nodes and the hub's own clients
/// connect to. Never knows: what the messages say. Artemis stays in this room.
@NullMarked
package dev.andon.hub.broker;

import org.jspecify.annotations.NullMarked;
