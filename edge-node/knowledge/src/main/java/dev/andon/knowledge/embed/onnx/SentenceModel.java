package dev.andon.knowledge.embed.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;

import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// A BERT-like encoder in ONNX Runtime: token ids in, the mean of the tokens' vectors out.
final class SentenceModel {
    private static final String OUTPUT = "last_hidden_state";

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final int dimensions;

    private SentenceModel(OrtEnvironment environment, OrtSession session, int dimensions) {
        this.environment = environment;
        this.session = session;
        this.dimensions = dimensions;
    }

    static SentenceModel load(Path file, EmbedderSpec spec) throws OrtException {
        Telemetry.off();
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(spec.threads());
            options.setInterOpNumThreads(1);
            // A waiting worker must not burn a core that speech needs.
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            OrtSession session = environment.createSession(file.toString(), options);
            requireDimensions(session, spec.dimensions());
            requireInputs(session);
            return new SentenceModel(environment, session, spec.dimensions());
        }
    }

    private static void requireInputs(OrtSession session) throws OrtException {
        for (String input : session.getInputNames()) {
            try {
                values(input, new long[0]);
            } catch (OrtException unknown) {
                session.close();
                throw unknown;
            }
        }
    }

    private static void requireDimensions(OrtSession session, int dimensions) throws OrtException {
        NodeInfo output = session.getOutputInfo().get(OUTPUT);
        if (output == null || !(output.getInfo() instanceof TensorInfo tensor)) {
            session.close();
            throw new OrtException("it has no output named " + OUTPUT);
        }
        long[] shape = tensor.getShape();
        if (shape[shape.length - 1] != dimensions) {
            session.close();
            throw new OrtException(
                    "its vectors have %d dimensions instead of %d"
                            .formatted(shape[shape.length - 1], dimensions));
        }
    }

    String runtimeVersion() {
        return environment.getVersion();
    }

    /// One run of one text, so there is no padding to mask.
    float[] meanVector(long[] ids) throws OrtException {
        Map<String, OnnxTensor> inputs = new HashMap<>();
        try {
            for (String name : session.getInputNames()) {
                inputs.put(name, tensor(values(name, ids)));
            }
            try (OrtSession.Result result = session.run(inputs)) {
                OnnxTensor states = (OnnxTensor) result.get(OUTPUT).orElseThrow();
                return mean(states.getFloatBuffer(), ids.length);
            }
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    /// What an input of this name wants to know of the tokens.
    private static long[] values(String input, long[] ids) throws OrtException {
        return switch (input) {
            case "input_ids" -> ids;
            case "attention_mask" -> {
                long[] ones = new long[ids.length];
                Arrays.fill(ones, 1);
                yield ones;
            }
            case "token_type_ids" -> new long[ids.length];
            default -> throw new OrtException("nobody knows its input " + input);
        };
    }

    void close() throws OrtException {
        session.close();
    }

    private float[] mean(FloatBuffer states, int tokens) {
        float[] mean = new float[dimensions];
        for (int token = 0; token < tokens; token++) {
            for (int d = 0; d < dimensions; d++) {
                mean[d] += states.get(token * dimensions + d) / tokens;
            }
        }
        return mean;
    }

    private OnnxTensor tensor(long[] values) throws OrtException {
        return OnnxTensor.createTensor(
                environment, LongBuffer.wrap(values), new long[] {1, values.length});
    }
}
