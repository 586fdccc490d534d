/// A folder, its configuration file and the environment in, of a node or of a hub; immutable
/// records out.
///
/// Read once at start: [DeviceConfig#read] and [HubConfig#read] take the YAML file,
/// [NodeHome#resolve] and [HubHome#resolve] find where everything that is written lives. Never
/// knows: the engines that the values are meant for.
@NullMarked
package dev.andon.config;

import org.jspecify.annotations.NullMarked;
