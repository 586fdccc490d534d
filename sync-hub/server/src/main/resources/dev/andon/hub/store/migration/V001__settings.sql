-- What the hub remembers of itself, such as the version of its catalog.
create table hub_setting (
    name   text primary key,
    value  text not null
);
