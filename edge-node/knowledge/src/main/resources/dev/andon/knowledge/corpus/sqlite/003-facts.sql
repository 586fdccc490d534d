-- What the manuals state, derived from the passages; facts_version 0 is code that found none.
alter table manual add column document_class text not null default 'MANUAL';
alter table manual add column facts_version integer not null default 0;

create table fact (
    id           integer primary key,
    manual       integer not null references manual on delete cascade,
    passage      integer not null references passage on delete cascade, -- where it begins
    kind         text not null,     -- VALUE, FAULT, PROCEDURE, NOTICE
    subject      text not null,     -- as written; of a fault its code, else its meaning
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
