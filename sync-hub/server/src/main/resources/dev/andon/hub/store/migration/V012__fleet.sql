-- How each node stands. What it said at its last birth or change stays when it dies.
create table node_status (
    node         text    primary key,
    epoch        text    not null,
    online       boolean not null,
    since        bigint  not null,   -- the node's clock when its connection began
    version      text    not null,
    embedder     text,
    json         text    not null,   -- its last NodeStatus that was not a death, else the death
    received_at  bigint  not null,
    changed_at   bigint  not null    -- when it last came or went
);

-- What the hub asked nodes to do, and what came of it.
create table command (
    id           text    primary key,
    node         text    not null,
    name         text    not null,
    command      text    not null,   -- as it travels
    issued_at    bigint  not null,
    expires      bigint  not null,
    done         boolean,            -- null until the node answered
    code         text,
    message      text,
    answered_at  bigint
);
create index command_node on command (node, issued_at);
