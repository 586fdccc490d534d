package dev.andon.knowledge.retrieval.sqlite;

import dev.andon.knowledge.corpus.Block;
import dev.andon.knowledge.corpus.PageRef;
import dev.andon.knowledge.corpus.PassageText;
import dev.andon.knowledge.retrieval.Section;
import dev.andon.knowledge.store.Transaction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/// Reads the section around a passage: its unbroken run of passages below the same headings.
///
/// @param transaction the moment that is searched
record SectionRows(Transaction transaction) {
    /// One of the passages of a section.
    private record Part(int ordinal, PageRef page, String text) {
        static Part read(ResultSet row) throws SQLException {
            PageRef page = new PageRef(row.getString("page_printed"), row.getInt("page_pdf"));
            return new Part(row.getInt("ordinal"), page, row.getString("text"));
        }

        List<Block> blocks() {
            return PassageText.parse(text, page);
        }
    }

    Section around(FoundPassage passage) throws SQLException {
        int before = Section.PASSAGES_AROUND_MAX + 1;
        int from = passage.ordinal() - before;
        List<Part> parts = run(passage, from, passage.ordinal() + before);
        List<Part> near =
                parts.stream()
                        .filter(part -> distance(part, passage) <= Section.PASSAGES_AROUND_MAX)
                        .toList();
        return new Section(
                near.stream().flatMap(part -> part.blocks().stream()).toList(),
                near.size() == parts.size());
    }

    /// The passages below the same headings, without those that a gap cuts off from the passage:
    /// the same headings may stand in a manual twice.
    private List<Part> run(FoundPassage passage, int from, int to) throws SQLException {
        List<Part> parts =
                transaction.list(
                        """
                        select ordinal, page_printed, page_pdf, text from passage
                        where manual = ?1 and ordinal between ?3 and ?4
                            and path = (select path from passage
                                where manual = ?1 and ordinal = ?2)
                        order by ordinal\
                        """,
                        Part::read,
                        passage.manual(),
                        passage.ordinal(),
                        from,
                        to);
        int first = at(parts, passage.ordinal());
        int last = first;
        while (first > 0 && parts.get(first - 1).ordinal() == parts.get(first).ordinal() - 1) {
            first--;
        }
        while (last + 1 < parts.size()
                && parts.get(last + 1).ordinal() == parts.get(last).ordinal() + 1) {
            last++;
        }
        return parts.subList(first, last + 1);
    }

    private static int at(List<Part> parts, int ordinal) {
        return parts.stream().map(Part::ordinal).toList().indexOf(ordinal);
    }

    private static int distance(Part part, FoundPassage passage) {
        return Math.abs(part.ordinal() - passage.ordinal());
    }
}
