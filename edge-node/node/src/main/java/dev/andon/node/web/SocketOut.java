package dev.andon.node.web;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonObject;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Writes to a voice socket and waits until the message is on its way: a slow client slows the turn
/// down instead of filling memory.
final class SocketOut {
    private final ServerWebSocket socket;
    private final long writeMsMax;

    SocketOut(ServerWebSocket socket, long writeMsMax) {
        this.socket = socket;
        this.writeMsMax = writeMsMax;
    }

    /// @throws StageException `web`: the client left or does not read
    void send(JsonObject message) {
        await(socket.writeTextMessage(message.encode()));
    }

    /// @throws StageException `web`: the client left or does not read
    void send(byte[] pcm) {
        await(socket.writeBinaryMessage(Buffer.buffer(pcm)));
    }

    private void await(Future<Void> written) {
        try {
            written.toCompletionStage()
                    .toCompletableFuture()
                    .get(writeMsMax, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StageException(Stage.WEB, "cancelled", "The turn was cancelled", e);
        } catch (ExecutionException e) {
            throw new StageException(Stage.WEB, "client-left", "The client has left", e);
        } catch (TimeoutException e) {
            socket.close();
            throw new StageException(
                    Stage.WEB,
                    "client-slow",
                    "The client took longer than " + writeMsMax + " ms to accept a message",
                    e);
        }
    }
}
