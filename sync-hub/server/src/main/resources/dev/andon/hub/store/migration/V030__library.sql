-- Files that are kept under their hash: documents, lists of blocks, roots, vectors, questions.
create table library_file (
    id      ${identity} primary key,
    sha256  text not null unique
);

-- Where the bytes of a block lie; one place is enough.
create table library_block (
    sha256      text primary key,
    file        bigint not null references library_file (id),
    first_byte  bigint not null,
    length      integer not null
);
create index library_block_by_file on library_block (file);

-- A file with its list and its root.
create table library_tree (
    sha256       text not null,
    root         text not null,
    length       bigint not null,
    root_length  integer not null,
    list         text not null,
    primary key (sha256, root)
);

-- Revisions of documents. Kinds in lower case; applies_to is a JSON list; times are UTC milliseconds.
create table library_revision (
    kind            text not null,
    id              text not null,
    serial          bigint not null,
    revision        text not null,
    title           text not null,
    language        text,
    issued          text,
    document_class  text,
    applies_to      text not null,
    file_name       text not null,
    media_type      text not null,
    file_sha256     text not null,
    file_root       text not null,
    vectors_sha256  text,
    vectors_root    text,
    embedder        text,
    dimensions      integer,
    vectors         integer,
    questions_sha256 text,
    questions_root  text,
    added           bigint not null,
    primary key (kind, id, serial)
);

-- Every manifest that was ever signed: a revision is signed again before its manifest expires.
create table library_manifest (
    sha256         text primary key,
    kind           text not null,
    id             text not null,
    serial         bigint not null,
    expires        bigint not null,
    signed         bigint not null,
    envelope       text not null,
    blocks_served  bigint not null default 0,
    bytes_served   bigint not null default 0
);
create index library_manifest_by_revision on library_manifest (kind, id, serial);

-- Rings in the order in which a revision goes through them; who is in none is in the last, 'everyone'.
create table library_ring (
    name      text primary key,
    position  integer not null
);
create table library_ring_node (
    node  text primary key,
    ring  text not null references library_ring (name)
);

-- What a ring is to serve of a document. 'before' is what it was to serve until then: what nodes
-- that lack the new one go on with while the rollout is halted.
create table library_stage (
    kind         text not null,
    id           text not null,
    ring         text not null,
    serial       bigint not null,
    is_rollback  integer not null,
    staged       bigint not null,
    before       bigint,
    halted       bigint,
    halt_node    text,
    halt_code    text,
    halt_reason  text,
    primary key (kind, id, ring)
);

-- What the librarian decided, forced or not, and why.
create table library_decision (
    id      ${identity} primary key,
    at      bigint not null,
    what    text not null,
    kind    text not null,
    document text not null,
    serial  bigint not null,
    ring    text not null,
    reason  text
);

-- The catalogs that were signed, of which the last holds.
create table library_catalog (
    version   bigint primary key,
    issued    bigint not null,
    expires   bigint not null,
    envelope  text not null
);

-- Retained topics that the broker was given and that must be cleared one day.
create table library_retained (
    topic  text primary key
);
