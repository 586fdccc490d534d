package dev.andon.node.sync.library;

import dev.andon.protocol.Manifest.FileTree;
import dev.andon.protocol.Sha256;
import dev.andon.protocol.library.Block;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Cuts files into blocks by their content, and keeps the blocks.
final class TestBlocks {
    private static final int MIN = 1 << 7;
    private static final int MAX = 16 << 10;
    private static final int MASK = (1 << 8) - 1;
    private static final int[] GEAR = new Random(1).ints(256).toArray();

    final Map<String, byte[]> blocks = new LinkedHashMap<>();

    /// A file of blocks that its content divides.
    FileTree file(byte[] content) {
        return tree(cut(content));
    }

    /// A file of these blocks.
    FileTree tree(List<byte[]> parts) {
        byte[] content = joined(parts);
        byte[] list = Block.write(keep(parts));
        byte[] root = Block.write(keep(cut(list)));
        keep(List.of(root));
        return new FileTree(Sha256.of(content), content.length, Sha256.of(root), root.length);
    }

    private List<Block> keep(List<byte[]> parts) {
        List<Block> kept = new ArrayList<>();
        for (byte[] part : parts) {
            Block block = Block.of(part);
            blocks.put(block.sha256(), part);
            kept.add(block);
        }
        return kept;
    }

    private static List<byte[]> cut(byte[] content) {
        List<byte[]> parts = new ArrayList<>();
        int from = 0;
        int hash = 0;
        for (int i = 0; i < content.length; i++) {
            hash = (hash << 1) + GEAR[content[i] & 0xff];
            int length = i + 1 - from;
            if (length >= MAX || (length >= MIN && (hash >>> 8 & MASK) == 0)) {
                parts.add(Arrays.copyOfRange(content, from, i + 1));
                from = i + 1;
            }
        }
        if (from < content.length) {
            parts.add(Arrays.copyOfRange(content, from, content.length));
        }
        return parts;
    }

    private static byte[] joined(List<byte[]> parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        parts.forEach(all::writeBytes);
        return all.toByteArray();
    }
}
