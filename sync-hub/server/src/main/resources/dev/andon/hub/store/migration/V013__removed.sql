-- Nodes that were taken out of the fleet. What they reported stays; what they still say is refused
-- until they enrol anew.
create table removed_node (
    node        text    primary key,
    removed_at  bigint  not null
);
