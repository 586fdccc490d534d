package dev.andon.hub.cli;

import org.jspecify.annotations.Nullable;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The parameters of a request's address; those that nobody gave are left out.
final class Query {
    private final List<String> parts = new ArrayList<>();

    private Query() {}

    static Query of(String name, @Nullable Object value) {
        return new Query().and(name, value);
    }

    Query and(String name, @Nullable Object value) {
        if (value != null) {
            parts.add(name + "=" + encoded(value.toString()));
        }
        return this;
    }

    String appendedTo(String path) {
        return parts.isEmpty() ? path : path + "?" + String.join("&", parts);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
