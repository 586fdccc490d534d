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
