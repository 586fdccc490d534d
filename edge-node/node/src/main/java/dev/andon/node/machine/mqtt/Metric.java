package dev.andon.node.machine.mqtt;

import org.eclipse.tahu.protobuf.SparkplugBProto.DataType;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;
import org.jspecify.annotations.Nullable;

/// A value of a metric as text, with its time.
///
/// @param value null: none is known, or it is of a kind that says no state
/// @param at UTC milliseconds by the gateway; null if it did not say
record Metric(@Nullable String value, @Nullable Long at) {
    /// @param type that the birth gave it, since data may leave it out
    /// @param sentAt of the whole message; null if it does not say
    static Metric of(Payload.Metric metric, int type, @Nullable Long sentAt) {
        Long at = metric.hasTimestamp() ? Long.valueOf(metric.getTimestamp()) : sentAt;
        return new Metric(metric.getIsNull() ? null : text(metric, type), at);
    }

    private static @Nullable String text(Payload.Metric metric, int type) {
        return switch (metric.getValueCase()) {
            case BOOLEAN_VALUE -> Boolean.toString(metric.getBooleanValue());
            case STRING_VALUE -> metric.getStringValue().strip();
            case INT_VALUE -> whole(metric.getIntValue(), type);
            case LONG_VALUE -> whole(metric.getLongValue(), type);
            case FLOAT_VALUE -> Float.toString(metric.getFloatValue());
            case DOUBLE_VALUE -> Double.toString(metric.getDoubleValue());
            case BYTES_VALUE, DATASET_VALUE, TEMPLATE_VALUE, EXTENSION_VALUE, VALUE_NOT_SET -> null;
        };
    }

    /// Small signed numbers come in the low bits of an unsigned one.
    private static String whole(int value, int type) {
        return switch (type) {
            case DataType.Int8_VALUE -> Byte.toString((byte) value);
            case DataType.Int16_VALUE -> Short.toString((short) value);
            case DataType.Int32_VALUE -> Integer.toString(value);
            default -> Integer.toUnsignedString(value);
        };
    }

    private static String whole(long value, int type) {
        return type == DataType.UInt64_VALUE ? Long.toUnsignedString(value) : Long.toString(value);
    }
}
