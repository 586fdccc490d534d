package dev.andon.hub.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.MediaType;
import io.vertx.openapi.contract.OpenAPIContract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/// `openapi.yaml`: the file that clients read and the router is made from.
final class Contract {
    private final Buffer yaml;
    private final JsonObject routed;

    private Contract(Buffer yaml, JsonObject routed) {
        this.yaml = yaml;
        this.routed = routed;
    }

    /// Reads and parses it, which takes a moment: not on an event loop.
    static Contract load() {
        Buffer yaml = resource("openapi.yaml");
        try {
            Object tree = new YAMLMapper().readValue(yaml.getBytes(), Object.class);
            JsonObject routed = new JsonObject(new ObjectMapper().writeValueAsString(tree));
            dropForeignBodies(routed);
            return new Contract(yaml, routed);
        } catch (IOException e) {
            throw new UncheckedIOException("openapi.yaml is broken in this build", e);
        }
    }

    /// As clients get it.
    Buffer yaml() {
        return yaml;
    }

    /// For the router.
    Future<OpenAPIContract> open(Vertx vertx) {
        return OpenAPIContract.from(vertx, routed);
    }

    /// A file that lies beside this class.
    static Buffer resource(String name) {
        try (InputStream in = Contract.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException(name + " is missing from this build");
            }
            return Buffer.buffer(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The router refuses a contract with bodies that it cannot validate (problems, lines, files).
    /// They stay in the file for clients. Of requests it validates the parameters; a body is
    /// checked by those who read it, who know the mend.
    private static void dropForeignBodies(JsonObject node) {
        node.remove("requestBody");
        if (node.getValue("content") instanceof JsonObject content) {
            List.copyOf(content.fieldNames()).stream()
                    .filter(type -> !MediaType.isMediaTypeSupported(type))
                    .forEach(content::remove);
            if (content.isEmpty()) {
                node.remove("content");
            }
        }
        for (String name : List.copyOf(node.fieldNames())) {
            dropForeignBodiesBelow(node.getValue(name));
        }
    }

    private static void dropForeignBodiesBelow(Object node) {
        switch (node) {
            case JsonObject object -> dropForeignBodies(object);
            case JsonArray array -> array.forEach(Contract::dropForeignBodiesBelow);
            case null, default -> {}
        }
    }
}
