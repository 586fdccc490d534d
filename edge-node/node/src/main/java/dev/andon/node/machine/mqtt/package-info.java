/// Machine states over MQTT, plain and Sparkplug B.
///
/// In: messages of the machines' broker. Out: reports for [dev.andon.node.machine.MachineStops]; to
/// gateways, requests to be born again. Whatever a message holds, it ends no link. Never knows:
/// what a report means for an incident.
@NullMarked
package dev.andon.node.machine.mqtt;

import org.jspecify.annotations.NullMarked;
