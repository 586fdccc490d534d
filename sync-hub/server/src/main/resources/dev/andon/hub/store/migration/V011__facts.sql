-- What the nodes said, by fact, and below it what holds of it. The *_said tables are written by the
-- hub's ingest alone and hold nothing that the events do not; the views are what to read. Times of
-- the views: at by the node's clock, true_at put right.
create table turn_said (
    node        text   not null,
    turn        text   not null,
    epoch       text   not null,
    seq         bigint not null,
    machine     text,
    question    text,
    reply       text   not null,
    text        text,
    citations   text   not null,
    mode        text,
    timings_ms  text   not null,
    failure     text,
    primary key (node, turn)
);

create table incident_said (
    node       text    not null,
    incident   text    not null,
    version    integer not null,
    said_at    bigint  not null,
    epoch      text    not null,
    seq        bigint  not null,
    machine    text    not null,
    line       text,
    fault      text,
    state      text    not null,
    cause      text,
    note       text,
    origin     text    not null,
    withdrawn  boolean not null,
    primary key (node, incident)
);

create table milestone_said (
    node       text    not null,
    incident   text    not null,
    ordinal    integer not null,
    epoch      text    not null,
    seq        bigint  not null,
    moment     text    not null,
    moment_at  bigint  not null,
    wait_for   text,
    source     text    not null,
    retracted  boolean not null,
    primary key (node, incident, ordinal, epoch)
);

create table handover_said (
    node      text   not null,
    handover  text   not null,
    epoch     text   not null,
    seq       bigint not null,
    from_at   bigint not null,
    to_at     bigint not null,
    open      text   not null,
    text      text   not null,
    primary key (node, handover)
);

create table escalation_said (
    node        text   not null,
    escalation  text   not null,
    epoch       text   not null,
    seq         bigint not null,
    incident    text,
    machine     text,
    question    text,
    citations   text   not null,
    primary key (node, escalation)
);

create table installation_said (
    node              text    not null,
    epoch             text    not null,
    seq               bigint  not null,
    document          text    not null,
    serial            bigint  not null,
    revision          text    not null,
    state             text    not null,
    code              text,
    reason            text,
    bytes_fetched     bigint  not null,
    bytes_reused      bigint  not null,
    vectors_taken     integer not null,
    vectors_made      integer not null,
    questions_asked   integer not null,
    questions_passed  integer not null,
    millis            bigint  not null,
    primary key (node, epoch, seq)
);
create index installation_document on installation_said (document, serial);

create table health_said (
    node     text   not null,
    epoch    text   not null,
    seq      bigint not null,
    subject  text   not null,
    state    text   not null,
    detail   text,
    primary key (node, epoch, seq)
);

create view turn as
select s.*, e.at, e.true_at, e.clock, e.received_at
from turn_said s join event e on e.node = s.node and e.epoch = s.epoch and e.seq = s.seq;

-- One row a milestone: in one epoch the event with the higher number counts, of two epochs the later.
-- true_at is when it happened, put right as the clock that wrote it was wrong.
create view milestone as
select node, incident, ordinal, moment, moment_at as at, moment_at + true_at - said_at as true_at,
       wait_for, source, retracted, clock, epoch, seq, received_at
from (select s.*, e.at as said_at, e.true_at, e.clock, e.received_at,
             row_number() over (partition by s.node, s.incident, s.ordinal
                                order by e.true_at desc, s.epoch desc) as place
      from milestone_said s
      join event e on e.node = s.node and e.epoch = s.epoch and e.seq = s.seq) latest
where place = 1;

-- One row an incident: the highest version counts. clock_off: it or one of its milestones was written
-- by a clock that was wrong by more than two seconds.
create view incident as
select s.*, e.at, e.true_at, e.clock, e.received_at,
       (e.clock = 'off'
        or exists (select 1 from milestone_said m
                   join event o on o.node = m.node and o.epoch = m.epoch and o.seq = m.seq
                   where m.node = s.node and m.incident = s.incident and o.clock = 'off')) as clock_off
from incident_said s join event e on e.node = s.node and e.epoch = s.epoch and e.seq = s.seq;

create view handover as
select s.*, e.at, e.true_at, e.clock, e.received_at
from handover_said s join event e on e.node = s.node and e.epoch = s.epoch and e.seq = s.seq;

create view escalation as
select s.*, e.at, e.true_at, e.clock, e.received_at
from escalation_said s join event e on e.node = s.node and e.epoch = s.epoch and e.seq = s.seq;

-- One row a node, document and serial: the latest word.
create view installation as
select node, document, serial, revision, state, code, reason, bytes_fetched, bytes_reused,
       vectors_taken, vectors_made, questions_asked, questions_passed, millis,
       at, true_at, clock, received_at, epoch, seq
from (select i.*, row_number() over (partition by node, document, serial
                                     order by true_at desc, epoch desc) as place
      from (select s.*, e.at, e.true_at, e.clock, e.received_at,
                   row_number() over (partition by s.node, s.document, s.serial, s.epoch
                                      order by s.seq desc) as in_epoch
            from installation_said s
            join event e on e.node = s.node and e.epoch = s.epoch and e.seq = s.seq) i
      where in_epoch = 1) latest
where place = 1;

-- One row a node and subject: the latest word. What went before is in health_said.
create view health as
select node, subject, state, detail, at, true_at, clock, received_at, epoch, seq
from (select h.*, row_number() over (partition by node, subject
                                     order by true_at desc, epoch desc) as place
      from (select s.*, e.at, e.true_at, e.clock, e.received_at,
                   row_number() over (partition by s.node, s.subject, s.epoch
                                      order by s.seq desc) as in_epoch
            from health_said s
            join event e on e.node = s.node and e.epoch = s.epoch and e.seq = s.seq) h
      where in_epoch = 1) latest
where place = 1;
