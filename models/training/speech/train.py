"""Trains the network: train.py FEATURES HOURS OUT [FROM].

Hears so many hours of speech, on one thread, from whatever features.py has written by then; the
learning rate falls along a cosine. What is saved is a running average of the weights.
FROM: the am/final.mdl of an earlier network to go on from; without it, training begins at random.
"""

import copy
import random
import sys
import time
from pathlib import Path

import numpy as np
import torch

import kaldi
from mixing import Mixing
from network import Network

SEED = 1
RATE_MAX, RATE_LAST_SHARE, WARM_UP_STEPS = 1.5e-3, 0.01, 200
FRAMES_A_BATCH = 9_000
SHARDS_AT_ONCE = 3
AVERAGE = 0.998
WIDTH, DISTANCES = 192, (1, 1, 1, 2, 2, 2, 2, 3)
SAVE_EVERY_STEPS = 250


def utterances(path):
    shard = np.load(path)
    features = np.split(shard["features"], shard["frame_ends"][:-1])
    phones = np.split(shard["phones"], shard["phone_ends"][:-1])
    return list(zip(features, phones))


def batches(folder, rng):
    """Goes through all shards, again and again, those first that were taken least."""
    taken = {}
    while True:
        shards = [p for p in sorted(folder.glob("training-*.npz")) if "part" not in p.name]
        shards.sort(key=lambda path: (taken.get(path, 0), rng.random()))
        material = []
        for path in shards[:SHARDS_AT_ONCE]:
            taken[path] = taken.get(path, 0) + 1
            material += utterances(path)
        material.sort(key=lambda utterance: len(utterance[0]) + rng.uniform(-20, 20))
        groups, group = [], []
        for utterance in material:
            group.append(utterance)
            if len(group) * len(utterance[0]) > FRAMES_A_BATCH:
                groups.append(group)
                group = []
        rng.shuffle(groups)
        yield from groups


def loss_of(network, batch, mixing):
    steps = [network.steps(len(features)) for features, _ in batch]
    heard = [torch.from_numpy(mixing.cepstra(features)) for features, _ in batch]
    inputs = torch.stack([network.padded(frames, max(steps)) for frames in heard])
    phones = torch.from_numpy(np.concatenate([phones for _, phones in batch]).astype(np.int64))
    lengths = torch.tensor([len(phones) for _, phones in batch])
    loss = torch.nn.functional.ctc_loss(
        network(inputs).transpose(0, 1), phones, torch.tensor(steps), lengths,
        blank=0, reduction="sum", zero_infinity=True,
    )  # fmt: skip
    return loss / sum(steps)


def average(slow, fast):
    with torch.no_grad():
        for old, new in zip(slow.state_dict().values(), fast.state_dict().values()):
            if old.dtype.is_floating_point:
                old.mul_(AVERAGE).add_(new, alpha=1 - AVERAGE)


def begin(folder, mixing, earlier):
    """A network at random, or one that hears what the earlier one hears."""
    first = utterances(sorted(folder.glob("training-*.npz"))[0])[:200]
    heard = [mixing.cepstra(features) for features, _ in first]
    network = Network(WIDTH, DISTANCES)
    if earlier:
        frames = [network.padded(torch.from_numpy(h), network.steps(len(h))) for h in heard]
        shortest = min(len(f) for f in frames)
        network.eval().adopt(kaldi.read_layers(earlier), torch.stack([f[:shortest] for f in frames]))
    else:
        together = np.concatenate(heard)
        network.mean.copy_(torch.tensor(together.mean(0)))
        network.spread.copy_(torch.tensor(together.std(0)))
    return network.train()


def main(folder, hours, out, earlier=None):
    torch.manual_seed(SEED)
    torch.set_num_threads(1)
    mixing = Mixing(np.load(folder / "noise.npz")["pieces"], SEED)
    network = begin(folder, mixing, earlier)
    slow = copy.deepcopy(network)
    optimiser = torch.optim.AdamW(network.parameters(), lr=RATE_MAX, weight_decay=1e-3)
    recent, heard = [], 0.0
    for step, batch in enumerate(batches(folder, random.Random(SEED))):
        progress = heard / hours
        if progress >= 1:
            break
        falling = RATE_LAST_SHARE + (1 - RATE_LAST_SHARE) * 0.5 * (1 + np.cos(np.pi * progress))
        optimiser.param_groups[0]["lr"] = RATE_MAX * falling * min(1, (step + 1) / WARM_UP_STEPS)
        loss = loss_of(network, batch, mixing)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 5.0)
        optimiser.step()
        average(slow, network)
        recent.append(loss.item())
        heard += sum(len(features) for features, _ in batch) / 360_000
        if step % 50 == 49:
            print(f"{step + 1} loss {np.mean(recent):.4f} heard {heard:.2f} h, {progress:.1%} {time.strftime('%T')}", flush=True)
            recent = []
        if step % SAVE_EVERY_STEPS == 0:
            save(slow, out)
    save(slow, out)


def save(network, out):
    torch.save({"width": network.width, "distances": network.distances, "weights": network.state_dict()}, out)


if __name__ == "__main__":
    torch.set_flush_denormal(True)
    main(Path(sys.argv[1]), float(sys.argv[2]), sys.argv[3], *sys.argv[4:])
