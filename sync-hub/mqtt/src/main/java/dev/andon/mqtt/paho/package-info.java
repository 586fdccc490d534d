/// The link through Eclipse Paho MQTT v5.
@NullMarked
package dev.andon.mqtt.paho;

import org.jspecify.annotations.NullMarked;
