package dev.andon.knowledge.corpus.csv;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds what stands between the cells of a CSV file: what cuts the most rows into the same number
/// of cells, more than one. Spreadsheets write a comma, a semicolon where the comma is the decimal
/// sign, or a tab.
final class Delimiter {
    private static final List<Character> KNOWN = List.of('\t', ';', ',', '|');

    /// Enough rows to tell by.
    private static final int ROWS = 200;

    private Delimiter() {}

    static char of(String text) {
        char best = ',';
        long bestScore = 0;
        for (char candidate : KNOWN) {
            long score = score(text, candidate);
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    static CSVFormat format(char delimiter) {
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(true)
                .setTrim(true)
                .get();
    }

    /// Rows of the commonest width, then that width.
    private static long score(String text, char delimiter) {
        Map<Integer, Long> widths = new HashMap<>();
        int rows = 0;
        try (CSVParser parser = CSVParser.parse(text, format(delimiter))) {
            for (CSVRecord row : parser) {
                widths.merge(row.size(), 1L, Long::sum);
                if (++rows == ROWS) {
                    break;
                }
            }
        } catch (UncheckedIOException e) {
            // The rows until a broken one still tell; the reader names it.
        } catch (IOException e) {
            throw new UncheckedIOException("reading a string cannot fail", e);
        }
        return widths.entrySet().stream()
                .filter(width -> width.getKey() > 1)
                .mapToLong(width -> width.getValue() * 1000 + Math.min(width.getKey(), 999))
                .max()
                .orElse(0);
    }
}
