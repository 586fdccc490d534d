-- The newest catalog that was believed; an older one is never believed again.
create table catalog (
    only_one    integer primary key check (only_one = 1),
    sha256      text not null,      -- of the payload
    payload     blob not null
);

-- Manifests whose signature was verified.
create table manifest (
    id          integer primary key,
    sha256      text not null unique,
    payload     blob not null
);

create table revision (
    id          integer primary key,
    kind        text not null,
    document    text not null,
    serial      integer not null,
    manifest    text not null,      -- SHA-256 of the payload
    payload     blob not null,
    state       text not null,      -- PENDING, SERVING, PREVIOUS
    begun       integer not null,   -- UTC milliseconds
    fetched     integer not null default 0, -- bytes
    reused      integer not null default 0, -- bytes
    unique (kind, document, serial)
);

-- A file that is put together of blocks.
create table part (
    id          integer primary key,
    revision    integer not null references revision on delete cascade,
    tree        text not null,
    level       text not null,
    path        text not null,      -- below the folder of the library
    whole       integer not null default 0,
    unique (revision, tree, level)
);

-- Blocks that are on the disk for sure.
create table block (
    part        integer not null references part on delete cascade,
    offset      integer not null,
    sha256      blob not null,
    length      integer not null,
    primary key (part, offset)
) without rowid;
create index block_sha256 on block (sha256);

create table refusal (
    manifest    text primary key,   -- SHA-256
    catalog     integer not null,   -- version of the catalog that wanted it
    code        text not null
);

-- What came of installations, until it was told.
create table fact (
    id          integer primary key autoincrement,
    json        text not null
);

-- Files that the hub put into places of the node's home.
create table placed (
    path        text not null,
    sha256      text not null,
    primary key (path, sha256)
) without rowid;
