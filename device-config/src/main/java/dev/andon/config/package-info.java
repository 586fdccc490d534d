/// A node's folder, its configuration file and its environment in; immutable records out.
///
/// Read once at start: [DeviceConfig#read] takes the YAML file, [NodeHome#resolve] finds where
/// everything that the node writes lives. Never knows: the engines that the values are meant for.
@NullMarked
package dev.andon.config;

import org.jspecify.annotations.NullMarked;
