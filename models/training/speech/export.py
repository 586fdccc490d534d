"""Writes the trained network for the decoder: export.py TRAINED FEATURES INTO [POWER].

INTO: the final.mdl to be written. The priors, by which the decoder divides what the network says, are
its mean outputs on speech in noise, to the power of POWER.
"""

import sys
from pathlib import Path

import numpy as np
import torch

import kaldi
from mixing import Mixing
from network import Network
from train import utterances

POWER = 0.7
UTTERANCES = 400
SMALLEST = 1e-4
SEED = 2


def load(path):
    saved = torch.load(path)
    network = Network(saved["width"], saved["distances"])
    network.load_state_dict(saved["weights"])
    return network.eval()


@torch.no_grad()
def mean_outputs(network, folder):
    mixing = Mixing(np.load(folder / "noise.npz")["pieces"], SEED)
    shards = [p for p in sorted(folder.glob("training-*.npz")) if "part" not in p.name]
    total = np.zeros(network.out.out_features)
    for features, _ in utterances(shards[-1])[:UTTERANCES]:
        frames = torch.from_numpy(mixing.cepstra(features))
        padded = network.padded(frames, network.steps(len(frames)))
        total += network(padded[None]).exp()[0].sum(0).numpy()
    return total / total.sum()


def main(trained, folder, into, power=POWER):
    network = load(trained)
    mean = mean_outputs(network, folder)
    kaldi.write(into, network.layers(), np.maximum(mean, SMALLEST) ** power)
    print(f"blank {mean[0]:.3f}, {sum(p.numel() for p in network.parameters())} parameters")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), sys.argv[3], *map(float, sys.argv[4:]))
