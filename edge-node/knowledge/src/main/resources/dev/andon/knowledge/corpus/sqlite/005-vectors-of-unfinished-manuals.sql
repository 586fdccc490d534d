-- The vectors of a manual that is being indexed. They are gone when it is stored; those of a run
-- that was killed spare the next run their making.
create table embedding_draft (
    embedder    text not null,      -- fingerprint of what made the vector
    input       text not null,      -- SHA-256 of what was embedded, hexadecimal
    embedding   blob not null,      -- float32, little endian
    primary key (embedder, input)
) without rowid;
