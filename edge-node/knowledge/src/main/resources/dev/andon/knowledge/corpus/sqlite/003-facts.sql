-- What the manuals state, derived from the passages; facts_version 0 is code that found none.
alter table manual add column document_class text not null default 'MANUAL';
alter table manual add column facts_version integer not null default 0;

create table fact (
    id           integer primary key,
    manual       integer not null references manual on delete cascade,
    passage      integer not null references passage on delete cascade, -- where it begins
    kind         text not null,     -- VALUE, FAULT, PROCEDURE, NOTICE
    subject      text not null,     -- as written; of a fault its code, else its meaning
    search_key   text not null,     -- the subject's letters and digits in upper case
    quantity     text,              -- of a value, as for the next ones; null for the others
    relation     text,
    figure_from  real,
    figure_to    real,
    unit         text,              -- UCUM code
    page_printed text,
    page_pdf     integer not null,
    quote        text not null,
    payload      text not null      -- the whole fact as JSON
);
create index fact_manual on fact (manual, kind);
create index fact_passage on fact (passage);
create index fact_key on fact (search_key);

-- The words of values, faults and procedures, analysed as those of passage_words.
create virtual table fact_words using fts5 (
    subject, rest,
    content = '', contentless_delete = 1,
    tokenize = "unicode61 remove_diacritics 0 tokenchars '_'"
);

create trigger fact_gone after delete on fact begin
    delete from fact_words where rowid = old.id;
end;
