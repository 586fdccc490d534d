"""The network: 40 MFCCs in, one log probability for the blank and for each phone out.

A time-delay network. The first layer sees nine frames and is taken at every third frame; each later
one sees its own input and one to either side at a distance, and adds what it finds.
"""

import numpy as np
import torch
from torch import nn

FRAMES_A_STEP = 3
SPLICE = 9
NEW_LAYER_GAIN = 0.05


class Network(nn.Module):
    def __init__(self, width, distances, outputs=41, drop=0.1):
        """distances: of the later layers, in steps of three frames"""
        super().__init__()
        self.width, self.distances = width, tuple(distances)
        self.reach = FRAMES_A_STEP * sum(distances) + SPLICE // 2
        self.register_buffer("mean", torch.zeros(40))
        self.register_buffer("spread", torch.ones(40))
        inputs = [40 * SPLICE] + [3 * width] * len(distances)
        self.affine = nn.ModuleList([nn.Linear(size, width, bias=False) for size in inputs])
        self.norm = nn.ModuleList([nn.BatchNorm1d(width) for _ in inputs])
        self.out = nn.Linear(width, outputs)
        self.drop = nn.Dropout(drop)

    @staticmethod
    def steps(frames):
        return (frames + FRAMES_A_STEP - 1) // FRAMES_A_STEP

    def padded(self, frames, steps):
        """Frames x 40 with both edges repeated, as the decoder does, for so many output steps."""
        wanted = FRAMES_A_STEP * (steps - 1) + 2 * self.reach + 1
        after = max(0, wanted - self.reach - len(frames))
        return torch.cat([frames[:1].expand(self.reach, -1), frames, frames[-1:].expand(after, -1)])[:wanted]

    def forward(self, frames):
        """batch x padded frames x 40 to batch x steps x outputs."""
        frames = (frames - self.mean) / self.spread
        spliced = frames.unfold(1, SPLICE, FRAMES_A_STEP).permute(0, 1, 3, 2)
        hidden = self._activated(0, spliced.reshape(*spliced.shape[:2], -1))
        for number, distance in enumerate(self.distances, 1):
            parts = self._around(hidden, distance)
            hidden = self.drop(self._activated(number, torch.cat(parts, 2))) + parts[1]
        return torch.log_softmax(self.out(hidden), -1)

    @staticmethod
    def _around(hidden, distance):
        """The steps at a distance before, the steps themselves, and those after."""
        steps = hidden.shape[1] - 2 * distance
        return [hidden[:, i * distance : i * distance + steps] for i in range(3)]

    def _activated(self, number, inputs):
        batch, steps, _ = inputs.shape
        normal = self.norm[number](self.affine[number](inputs).reshape(batch * steps, -1))
        return torch.relu(normal).reshape(batch, steps, -1)

    @torch.no_grad()
    def adopt(self, layers, frames):
        """Takes over the layers of a smaller network of this width, as kaldi.read_layers gives them.

        What is deeper here begins by adding next to nothing. frames: a batch as forward takes it, to
        set the normalisation so that the outputs stay what they were.
        """
        *lower, (weights, biases) = layers
        self.out.weight.copy_(torch.tensor(weights))
        self.out.bias.copy_(torch.tensor(biases))
        for number, (affine, norm) in enumerate(zip(self.affine, self.norm)):
            if number < len(lower):
                affine.weight.copy_(torch.tensor(lower[number][0]))
            values = affine(self._inputs(number, frames)).flatten(0, 1)
            norm.running_mean.copy_(values.mean(0))
            norm.running_var.copy_(values.var(0))
            if number < len(lower):
                norm.weight.copy_(torch.sqrt(norm.running_var + norm.eps))
                norm.bias.copy_(torch.tensor(lower[number][1]) + norm.running_mean)
            else:
                norm.weight.fill_(NEW_LAYER_GAIN)

    def _inputs(self, number, frames):
        """What a layer sees of padded frames."""
        hidden = (frames - self.mean) / self.spread
        spliced = hidden.unfold(1, SPLICE, FRAMES_A_STEP).permute(0, 1, 3, 2)
        inputs = spliced.reshape(*spliced.shape[:2], -1)
        for below in range(number):
            hidden = self._activated(below, inputs) + (hidden if below else 0)
            parts = self._around(hidden, self.distances[below])
            hidden, inputs = parts[1], torch.cat(parts, 2)
        return inputs

    def layers(self):
        """Weights, biases and frame offsets with all normalisation folded in, for kaldi.py."""
        layers = []
        for number, (affine, norm) in enumerate(zip(self.affine, self.norm)):
            gain = (norm.weight / torch.sqrt(norm.running_var + norm.eps)).detach().double().numpy()
            bias = norm.bias.detach().double().numpy() - norm.running_mean.double().numpy() * gain
            weights = affine.weight.detach().double().numpy()
            if number == 0:
                weights = weights / np.tile(self.spread.double().numpy(), SPLICE)
                bias = bias - gain * (weights @ np.tile(self.mean.double().numpy(), SPLICE))
                offsets = range(-(SPLICE // 2), SPLICE // 2 + 1)
            else:
                distance = FRAMES_A_STEP * self.distances[number - 1]
                offsets = (-distance, 0, distance)
            layers.append((gain[:, None] * weights, bias, list(offsets)))
        layers.append((self.out.weight.detach().numpy(), self.out.bias.detach().numpy(), [0]))
        return layers
