package dev.andon.config;

import dev.andon.config.MachineBroker.Metrics;
import dev.andon.config.MachineBroker.Sparkplug;
import dev.andon.config.MachineBroker.TopicName;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.List;

/// The keys of `machines`, and which of them go together.
final class MachineKeys {
    private static final String URL = "mqtts?://[A-Za-z0-9._:\\[\\]-]{1,255}";
    private static final String USER = "[!-~]{1,128}";
    private static final String PASSWORD = "[!-~]{1,256}";
    private static final String TOPIC =
            "([^#+{}/]{1,100}/){0,10}\\{machine\\}(/[^#+{}/]{1,100}){0,10}";
    private static final String LEVEL = "[^#+{}/]{1,100}";
    private static final String DEVICE = LEVEL + "(/" + LEVEL + ")?";
    private static final String METRIC = ".{1,200}";
    private static final String VALUE = ".{1,64}";
    private static final int TOPICS_MAX = 20;
    private static final int MACHINES_MAX = 500;
    private static final int VALUES_MAX = 20;

    private MachineKeys() {}

    static MachineBroker read(ConfigSection in) {
        URI url = address(in, in.optionalText("url", URL));
        String user = in.optionalText("user", USER);
        Secret password = SecretKeys.read(in, "password", PASSWORD);
        MachineBroker broker =
                new MachineBroker(
                        url,
                        user,
                        password,
                        in.file("caFile"),
                        in.texts("topics", TOPIC, TOPICS_MAX),
                        in.each("names", MACHINES_MAX, MachineKeys::name),
                        sparkplug(in.section("sparkplug")));
        check(in, broker);
        return broker;
    }

    private static @Nullable URI address(ConfigSection in, @Nullable String url) {
        if (url == null) {
            return null;
        }
        URI address = URI.create(url);
        if (address.getHost() == null) {
            in.problem("url", '"' + url + "\" names no host", "write mqtts://HOST:8883");
        }
        return address;
    }

    private static TopicName name(ConfigSection in) {
        return new TopicName(in.needed("name", LEVEL), in.needed("machine", ConfigFile.NAME));
    }

    private static Sparkplug sparkplug(ConfigSection in) {
        Sparkplug sparkplug =
                new Sparkplug(
                        in.optionalText("group", LEVEL),
                        in.each("machines", MACHINES_MAX, MachineKeys::metrics));
        if (in.says("group") != !sparkplug.machines().isEmpty()) {
            in.problem(
                    in.says("group") ? "group" : "machines",
                    "group and machines belong together",
                    "say which group is listened to and which metrics are which machine's");
        }
        return sparkplug;
    }

    private static Metrics metrics(ConfigSection in) {
        Metrics metrics =
                new Metrics(
                        in.needed("machine", ConfigFile.NAME),
                        in.needed("device", DEVICE),
                        in.needed("state", METRIC),
                        in.texts("running", VALUE, VALUES_MAX),
                        in.texts("stopped", VALUE, VALUES_MAX),
                        in.optionalText("fault", METRIC));
        refuseEmpty(in, "running", metrics.running());
        refuseEmpty(in, "stopped", metrics.stopped());
        metrics.running().stream()
                .filter(metrics.stopped()::contains)
                .forEach(
                        both ->
                                in.problem(
                                        "stopped",
                                        '"' + both + "\" means both running and stopped",
                                        "leave it in one of the two lists"));
        return metrics;
    }

    private static void refuseEmpty(ConfigSection in, String key, List<String> values) {
        if (values.isEmpty() && !in.says(key)) {
            in.problem(
                    key, "no value means it", "list the values of the metric, such as [\"true\"]");
        }
    }

    private static void check(ConfigSection in, MachineBroker broker) {
        URI url = broker.url();
        if (in.says("user") && !in.says("password") && !in.says("passwordFile")) {
            in.problem("user", "it needs a password", "set machines.passwordFile, or delete it");
        }
        if (url == null) {
            useless(in);
            return;
        }
        if (broker.topics().isEmpty() && broker.sparkplug().machines().isEmpty()) {
            in.problem(
                    "url",
                    "nothing is listened to there",
                    "set machines.topics, such as [\"machines/{machine}/state\"], or"
                            + " machines.sparkplug");
        }
        if (broker.password() != null && url.toString().startsWith("mqtt:") && !Loopback.is(url)) {
            in.problem(
                    "url",
                    '"'
                            + url.toString()
                            + "\" is on the network, and the password would not be"
                            + " encrypted",
                    "write mqtts://, with machines.caFile if its authority is your own");
        }
    }

    /// A list without a broker means a broker that was forgotten.
    private static void useless(ConfigSection in) {
        if (!in.says("url") && (in.says("topics") || in.says("sparkplug"))) {
            in.problem(
                    in.says("topics") ? "topics" : "sparkplug",
                    "there is no broker",
                    "set machines.url, or delete it");
        }
    }
}
