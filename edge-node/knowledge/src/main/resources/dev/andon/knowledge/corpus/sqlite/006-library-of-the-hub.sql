-- What the hub installs (library 1). Of a document that has a pointer exactly the row that it points
-- at is current: the revision before it, and one that is being tried, wait beside it.
alter table manual add column library integer not null default 0;

create table library_pointer (
    document    text primary key,
    manual      integer not null unique references manual on delete cascade
) without rowid;
