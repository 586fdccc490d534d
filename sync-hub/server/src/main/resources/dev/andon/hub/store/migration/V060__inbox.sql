-- The calls for the expert, and what he answers. A node of an earlier version says no timeline.
alter table escalation_said add column timeline text;

drop view escalation;
create view escalation as
select s.*, e.at, e.true_at, e.clock, e.received_at
from escalation_said s join event e on e.node = s.node and e.epoch = s.epoch and e.seq = s.seq;

-- That a reply was told to whoever asked. Written by the hub's ingest alone.
create table receipt_said (
    node        text   not null,
    reply       text   not null,
    epoch       text   not null,
    seq         bigint not null,
    escalation  text   not null,
    primary key (node, reply)
);

create view receipt as
select s.*, e.at, e.true_at, e.clock, e.received_at
from receipt_said s join event e on e.node = s.node and e.epoch = s.epoch and e.seq = s.seq;

-- What the expert answered; its id is that of the command that brings it to the node.
create table expert_reply (
    id           text   primary key,
    node         text   not null,
    escalation   text   not null,
    text         text,              -- null once its days are over
    card         text,
    answered_at  bigint not null,
    expires      bigint not null
);
create index expert_reply_escalation on expert_reply (node, escalation);
create index expert_reply_words on expert_reply (answered_at) where text is not null;
