package dev.andon.node;

import dev.andon.config.DeviceConfig;
import dev.andon.config.Secret;
import dev.andon.config.register.AssetRegister;
import dev.andon.config.register.Line;
import dev.andon.config.register.Machine;
import dev.andon.node.journal.RecordedTurn;
import dev.andon.node.turn.Conversation;
import dev.andon.node.web.MachineView;
import dev.andon.node.web.NodeServices;
import dev.andon.node.web.TurnRunner;
import dev.andon.node.web.WebLimits;
import dev.andon.node.web.WebSettings;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What the web room is told, out of the configuration and the node.
final class WebWiring {
    private WebWiring() {}

    static WebSettings settings(DeviceConfig config, @Nullable Integer port) {
        DeviceConfig.Web web = config.web();
        DeviceConfig.Tls tls = web.tls();
        Secret token = web.token();
        return new WebSettings(
                web.host(),
                port == null ? web.port() : port,
                tls == null ? null : new WebSettings.Tls(tls.certificate(), tls.key()),
                token == null ? null : token.reveal(),
                limits(config));
    }

    static NodeServices services(EdgeNode node) {
        RecordedTurn turn = node.recordedTurn();
        return new NodeServices(
                () -> conversation(turn),
                () -> machines(node),
                node::manuals,
                node::picture,
                node::health,
                EdgeNode.VERSION,
                node.journal().incidents());
    }

    private static TurnRunner conversation(RecordedTurn turn) {
        Conversation conversation = new Conversation();
        return (input, sink, events) -> turn.run(input, conversation, sink, events);
    }

    private static List<MachineView> machines(EdgeNode node) {
        AssetRegister register = node.register();
        return register.machines().stream().map(machine -> view(register, machine)).toList();
    }

    private static MachineView view(AssetRegister register, Machine machine) {
        return new MachineView(
                machine.id(),
                machine.name(),
                machine.aliases(),
                register.line(machine.line()).map(Line::name).orElse(null),
                machine.model().isEmpty() ? null : machine.model());
    }

    private static WebLimits limits(DeviceConfig config) {
        WebLimits usual = WebLimits.DEFAULT;
        return new WebLimits(
                config.limits().uploadMiBMax() << 20,
                config.limits().questionWordsMax(),
                config.hearing().utteranceSecondsMax() * 1000,
                config.limits().stationsMax(),
                usual.turnsMax(),
                config.limits().frameKiBMax() << 10,
                usual.replyBytesMax(),
                usual.repliesMax(),
                usual.replyMsMax(),
                usual.writeMsMax(),
                usual.idleSecondsMax(),
                usual.sessionsMax(),
                usual.sessionMsMax(),
                usual.wrongTokensMax(),
                usual.conversationMsMax());
    }
}
