package dev.andon.node.machine.mqtt;

import dev.andon.mqtt.Payload;

import org.eclipse.tahu.protobuf.SparkplugBProto;
import org.eclipse.tahu.protobuf.SparkplugBProto.DataType;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload.Metric;

import java.util.List;

/// Messages of a Sparkplug gateway.
final class Payloads {
    static final String STATE = "Status/Running";
    static final String FAULT = "Status/Fault";
    static final long STATE_ALIAS = 7;
    static final long FAULT_ALIAS = 8;

    private Payloads() {}

    /// The gateway's own birth.
    static Payload birth(long session) {
        return of(
                0,
                0,
                metric("bdSeq").setDatatype(DataType.Int64_VALUE).setLongValue(session),
                metric("Node Control/Rebirth")
                        .setDatatype(DataType.Boolean_VALUE)
                        .setBooleanValue(false));
    }

    /// Its will: without a number.
    static Payload death(long session) {
        return Payload.of(
                SparkplugBProto.Payload.newBuilder()
                        .addMetrics(
                                metric("bdSeq")
                                        .setDatatype(DataType.Int64_VALUE)
                                        .setLongValue(session))
                        .build()
                        .toByteArray());
    }

    /// The birth of a device with a press on it.
    static Payload device(long number, long at, boolean running, String fault) {
        return of(
                number,
                at,
                metric(STATE)
                        .setAlias(STATE_ALIAS)
                        .setDatatype(DataType.Boolean_VALUE)
                        .setBooleanValue(running),
                metric(FAULT)
                        .setAlias(FAULT_ALIAS)
                        .setDatatype(DataType.String_VALUE)
                        .setStringValue(fault));
    }

    static Payload running(long number, long at, boolean running) {
        return of(number, at, Metric.newBuilder().setAlias(STATE_ALIAS).setBooleanValue(running));
    }

    static Metric.Builder metric(String name) {
        return Metric.newBuilder().setName(name);
    }

    static Payload of(long number, long at, Metric.Builder... metrics) {
        SparkplugBProto.Payload.Builder payload =
                SparkplugBProto.Payload.newBuilder().setSeq(number).setTimestamp(at);
        List.of(metrics).forEach(payload::addMetrics);
        return Payload.of(payload.build().toByteArray());
    }
}
