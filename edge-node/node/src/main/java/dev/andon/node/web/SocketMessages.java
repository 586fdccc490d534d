package dev.andon.node.web;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrame;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// The messages of a socket, pulled: the socket gives one more only when one was taken, so that a
/// fast client waits instead of filling memory. (`blockingStream` would do the same but no longer
/// tells text from sound.)
final class SocketMessages {
    private static final int AHEAD = 8;

    /// What a client sends.
    sealed interface Message {}

    record Text(String text) implements Message {}

    record Sound(Buffer pcm) implements Message {}

    private final ServerWebSocket socket;
    private final Context context;
    /// Empty: the socket is closed.
    private final BlockingQueue<Optional<Message>> waiting = new LinkedBlockingQueue<>();

    /// Called on the socket's own context.
    SocketMessages(ServerWebSocket socket) {
        this.socket = socket;
        this.context = Vertx.currentContext();
        socket.pause();
        socket.frameHandler(this::withoutMessage);
        socket.textMessageHandler(text -> waiting.add(Optional.of(new Text(text))));
        socket.binaryMessageHandler(pcm -> waiting.add(Optional.of(new Sound(pcm))));
        socket.exceptionHandler(_ -> socket.close());
        socket.closeHandler(_ -> waiting.add(Optional.empty()));
        socket.fetch(AHEAD);
    }

    /// Waits for the next; null when the socket is closed.
    @Nullable Message next() {
        try {
            Optional<Message> message = waiting.take();
            context.runOnContext(_ -> socket.fetch(1));
            return message.orElse(null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    /// A fragment or a ping used up demand without becoming a message.
    private void withoutMessage(WebSocketFrame frame) {
        if (!frame.isFinal() || frame.isPing()) {
            socket.fetch(1);
        }
    }
}
