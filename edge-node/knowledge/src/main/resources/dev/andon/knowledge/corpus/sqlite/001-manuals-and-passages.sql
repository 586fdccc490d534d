-- Counts the changes of the index, so that what was derived from it in memory knows its age.
create table index_generation (generation integer not null);
insert into index_generation values (0);

create table manual (
    id          integer primary key autoincrement,
    document    text not null,      -- the document's own number, the same for all its revisions
    title       text not null,
    revision    text,               -- null: unknown, as for the next ones
    language    text,
    issued      text,               -- ISO 8601 date
    file        text not null unique,
    sha256      text not null,      -- of the file
    declared    text not null,      -- what people said of it when it was read
    embedder    text not null,      -- fingerprint of what made the vectors
    current     integer not null    -- 0: a later revision supersedes it
);
create index manual_document on manual (document);

create table manual_model (
    manual      integer not null references manual on delete cascade,
    model       text not null,
    primary key (manual, model)
) without rowid;

-- autoincrement: a passage's id is never used again, so an old id can only miss.
create table passage (
    id           integer primary key autoincrement,
    manual       integer not null references manual on delete cascade,
    ordinal      integer not null,
    path         text not null,     -- headings, outermost first, a JSON array
    page_printed text,
    page_pdf     integer not null,
    text         text not null,
    embedding    blob not null      -- float32, little endian
);
create index passage_manual on passage (manual, ordinal);
create index passage_scope on passage (id, manual);

-- The words only; the text itself stands in passage.
create virtual table passage_words using fts5 (
    title, path, body,
    content = '', contentless_delete = 1, tokenize = 'porter unicode61'
);

create table passage_code (
    canonical   text not null,      -- upper-case letters and digits
    passage     integer not null references passage on delete cascade,
    written     text not null,
    place       integer not null,   -- 0 heading, 1 headings above, 2 text
    primary key (canonical, passage, written)
) without rowid;
create index passage_code_passage on passage_code (passage);

create trigger passage_gone after delete on passage begin
    delete from passage_words where rowid = old.id;
end;
