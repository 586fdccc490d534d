-- Words come analysed by their language (`pump_en`), with the parts of German compounds beside
-- them. What older code wrote (words_version 0) is written anew from the passages.
drop table passage_words;
create virtual table passage_words using fts5 (
    title, path, body, parts,
    content = '', contentless_delete = 1,
    tokenize = "unicode61 remove_diacritics 0 tokenchars '_'"
);
alter table manual add column words_version integer not null default 0;

-- The twin without the zeros before a fault's number: who reads E042 may ask for E-42.
alter table passage_code add column folded text not null default '';
create index passage_code_folded on passage_code (folded);

-- The ids of a manual's passages are one run: a search knows its manuals by a few runs of ids.
alter table manual add column passage_first integer not null default 0;
alter table manual add column passage_last integer not null default -1;
update manual set
    passage_first = coalesce((select min(id) from passage where manual = manual.id), 0),
    passage_last = coalesce((select max(id) from passage where manual = manual.id), -1);
