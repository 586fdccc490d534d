"""The network as the decoder reads it: Kaldi's binary am/final.mdl, written and read.

The topology has one state a graph phone (models/training/speech/README.md); network output 0 is the
blank, for silence (1) and for the blank inside a word (2).
"""

import math
import re
import struct

import numpy as np

SILENT_PHONES = 2
POSITIONS = 4


class Writer:
    def __init__(self):
        self.bytes = bytearray(b"\0B")

    def token(self, text):
        self.bytes += text.encode() + b" "

    def integer(self, value):
        self.bytes += b"\4" + struct.pack("<i", value)

    def real(self, value):
        self.bytes += b"\4" + struct.pack("<f", value)

    def integers(self, values):
        self.bytes += b"\4" + struct.pack(f"<i{len(values)}i", len(values), *values)

    def vector(self, values):
        self.token("FV")
        self.integer(len(values))
        self.bytes += np.asarray(values, "<f4").tobytes()

    def matrix(self, values):
        self.token("FM")
        self.integer(values.shape[0])
        self.integer(values.shape[1])
        self.bytes += np.ascontiguousarray(values, "<f4").tobytes()


def write(path, layers, priors):
    """layers: (weights, biases, frame offsets) from the input on; the last one is the output."""
    writer = Writer()
    _transitions(writer, len(priors) - 1)
    config, components = _wiring(layers)
    writer.token("<Nnet3>")
    writer.bytes += b"\n" + "\n".join(config).encode() + b"\n\n"
    writer.token("<NumComponents>")
    writer.integer(len(components))
    for name, component in components:
        writer.token("<ComponentName>")
        writer.token(name)
        component(writer)
    writer.token("</Nnet3>")
    for side in ("<LeftContext>", "<RightContext>"):
        writer.token(side)
        writer.integer(0)
    writer.token("<Priors>")
    writer.vector(priors)
    with open(path, "wb") as file:
        file.write(writer.bytes)


def _transitions(writer, phones):
    graph_phones = SILENT_PHONES + POSITIONS * phones
    writer.token("<TransitionModel>")
    writer.token("<Topology>")
    writer.integers(range(1, graph_phones + 1))
    writer.integers([-1] + [0] * graph_phones)
    writer.integer(1)
    writer.integer(2)
    writer.integer(0)
    writer.integer(2)
    for state in (0, 1):
        writer.integer(state)
        writer.real(0.5)
    writer.integer(-1)
    writer.integer(0)
    writer.token("</Topology>")
    writer.token("<Triples>")
    writer.integer(graph_phones)
    for phone in range(1, graph_phones + 1):
        writer.integer(phone)
        writer.integer(0)
        writer.integer(max(0, (phone - SILENT_PHONES - 1) // POSITIONS + 1))
    writer.token("</Triples>")
    writer.token("<LogProbs>")
    writer.vector([0.0] + [math.log(0.5)] * (2 * graph_phones))
    writer.token("</LogProbs>")
    writer.token("</TransitionModel>")


def _wiring(layers):
    """Config lines and (name, component) of every node; hidden layers but the first are residual."""
    config, components, below = [f"input-node name=input dim={layers[0][0].shape[1] // len(layers[0][2])}"], [], "input"

    def node(name, component, inputs):
        config.append(f"component-node name={name} component={name} input={inputs}")
        components.append((name, component))
        return name

    for number, (weights, biases, offsets) in enumerate(layers, 1):
        name, size = ("output" if number == len(layers) else f"tdnn{number}"), len(biases)
        parts = [below if offset == 0 else f"Offset({below}, {offset})" for offset in offsets]
        inputs = f"Append({', '.join(parts)})" if len(parts) > 1 else parts[0]
        affine = node(f"{name}.affine", _affine(weights, biases), inputs)
        if number == len(layers):
            node("output.log-softmax", _nonlinear("LogSoftmaxComponent", size), affine)
            config.append("output-node name=output input=output.log-softmax objective=linear")
            break
        active = node(f"{name}.relu", _nonlinear("RectifiedLinearComponent", size), affine)
        below = active if number == 1 else node(f"{name}.noop", _sum(size), f"Sum({active}, {below})")
    return config, components


def _affine(weights, biases):
    def put(writer):
        writer.token("<AffineComponent>")
        writer.token("<LearningRate>")
        writer.real(0.001)
        writer.token("<LinearParams>")
        writer.matrix(weights)
        writer.token("<BiasParams>")
        writer.vector(biases)
        writer.token("</AffineComponent>")

    return put


def _nonlinear(kind, size):
    def put(writer):
        writer.token(f"<{kind}>")
        writer.token("<Dim>")
        writer.integer(size)
        for token, value in (("<ValueAvg>", None), ("<DerivAvg>", None), ("<Count>", 0), ("<OderivRms>", None),
                             ("<OderivCount>", 0), ("<NumDimsSelfRepaired>", 0), ("<NumDimsProcessed>", 0)):  # fmt: skip
            writer.token(token)
            writer.vector([]) if value is None else writer.real(value)
        writer.token(f"</{kind}>")

    return put


def _sum(size):
    def put(writer):
        writer.token("<NoOpComponent>")
        writer.token("<Dim>")
        writer.integer(size)
        writer.token("<BackpropScale>")
        writer.real(1)
        writer.token("</NoOpComponent>")

    return put


def read_layers(path):
    """The (weights, biases) of every affine component of a file that this module has written."""
    with open(path, "rb") as file:
        data = file.read()
    layers = []
    for match in re.finditer(rb"<LinearParams> FM \x04(.{4})\x04(.{4})", data, re.DOTALL):
        rows, columns = (struct.unpack("<i", size)[0] for size in match.groups())
        weights = np.frombuffer(data, "<f4", rows * columns, match.end()).reshape(rows, columns)
        after = match.end() + 4 * rows * columns
        assert data[after : after + 17] == b"<BiasParams> FV \4", "no biases behind the weights"
        layers.append((weights, np.frombuffer(data, "<f4", rows, after + 21)))
    return layers
