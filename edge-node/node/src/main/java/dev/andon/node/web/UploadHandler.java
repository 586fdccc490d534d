package dev.andon.node.web;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/// Reads the body of a POST into memory, up to the limit. A recording never touches the disk, so
/// Vert.x's own body handler, which writes uploads to files, is not used.
final class UploadHandler implements Handler<RoutingContext> {
    private static final String KEY = "andon.upload";

    private final int bytesMax;

    UploadHandler(int bytesMax) {
        this.bytesMax = bytesMax;
    }

    /// What came in.
    ///
    /// @param contentType lower case, without parameters; empty if none was sent
    /// @param body the whole body; of a form, its file part
    /// @param machine of a form; null if it has none
    record Upload(String contentType, Buffer body, @Nullable String machine) {}

    /// The upload of this request.
    static Upload of(RoutingContext context) {
        return context.get(KEY);
    }

    @Override
    public void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!request.method().equals(HttpMethod.POST)) {
            context.next();
            return;
        }
        if (declaredBytes(request) > bytesMax) {
            tooLarge(context);
            return;
        }
        new Reading(context).begin();
    }

    private static long declaredBytes(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return length == null || !length.matches("\\d{1,18}") ? 0 : Long.parseLong(length);
    }

    private void tooLarge(RoutingContext context) {
        context.response().putHeader("Connection", "close");
        context.fail(
                new Problem(
                                413,
                                "too-large",
                                "The recording is larger than " + (bytesMax >> 20) + " MiB.",
                                "body",
                                "Cut it, or convert it with: sox IN -b 16 -r 16000 -c 1 OUT.wav")
                        .refused());
    }

    private static String contentType(HttpServerRequest request) {
        String type = request.getHeader("Content-Type");
        return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /// One body coming in.
    private final class Reading {
        private final RoutingContext context;
        private final String contentType;
        private final boolean form;
        private final Buffer body = Buffer.buffer();
        private long bytes;
        private boolean refused;

        Reading(RoutingContext context) {
            this.context = context;
            this.contentType = contentType(context.request());
            this.form = contentType.equals("multipart/form-data");
        }

        void begin() {
            HttpServerRequest request = context.request();
            if (form) {
                request.setExpectMultipart(true);
                request.uploadHandler(part -> part.handler(body::appendBuffer));
            }
            request.exceptionHandler(this::broken);
            request.handler(this::take);
            request.endHandler(_ -> end());
        }

        private void take(Buffer piece) {
            bytes += piece.length();
            if (bytes > bytesMax && !refused) {
                refused = true;
                tooLarge(context);
            }
            if (!form && !refused) {
                body.appendBuffer(piece);
            }
        }

        private void end() {
            if (!refused) {
                String machine = form ? context.request().getFormAttribute("machine") : null;
                context.put(KEY, new Upload(contentType, body, machine));
                context.next();
            }
        }

        private void broken(Throwable failure) {
            if (!refused) {
                refused = true;
                context.fail(400, failure);
            }
        }
    }
}
