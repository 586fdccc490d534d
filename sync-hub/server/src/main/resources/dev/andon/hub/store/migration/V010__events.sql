-- What came from the nodes. (node, epoch, seq) is an event's identity for ever.
-- clock: 'right' (true_at is at, put right by less than two seconds), 'off' (by more),
-- 'unknown' (nothing is known of the clock that wrote it: true_at is at, at most received_at).
create table event (
    node         text   not null,
    epoch        text   not null,
    seq          bigint not null,
    sha256       text   not null,
    kind         text   not null,
    json         text,               -- null once a transcript's days are over
    boot         text   not null,
    up_ms        bigint not null,
    at           bigint not null,
    true_at      bigint not null,
    clock        text   not null,
    received_at  bigint not null,
    primary key (node, epoch, seq)
);
create index event_clock_unknown on event (node, boot) where clock = 'unknown';
create index event_transcript on event (true_at) where json is not null and kind in ('turn', 'escalation');

-- The numbers of an outbox that the hub has in whichever form, as ranges that do not touch.
create table received (
    node      text   not null,
    epoch     text   not null,
    from_seq  bigint not null,
    to_seq    bigint not null,
    primary key (node, epoch, from_seq)
);

-- committed_through: the end of the range that begins at 1, else 0.
create table outbox_mark (
    node               text   not null,
    epoch              text   not null,
    committed_through  bigint not null,
    highest            bigint not null,
    first_at           bigint not null,
    last_at            bigint not null,
    primary key (node, epoch)
);

-- Numbers that a node gave up. One of them may have arrived all the same.
create table gone (
    node         text   not null,
    epoch        text   not null,
    from_seq     bigint not null,
    to_seq       bigint not null,
    kind         text   not null,
    reason       text   not null,
    received_at  bigint not null,
    primary key (node, epoch, from_seq, to_seq)
);

-- What could not be taken, a bounded number a node. node is '' where the topic is nobody's;
-- epoch is '' and seq 0 where a whole message is meant.
create table dead_letter (
    node         text   not null,
    epoch        text   not null,
    seq          bigint not null,
    sha256       text   not null,
    code         text   not null,
    text         text,
    received_at  bigint not null,
    primary key (node, epoch, seq, sha256)
);
create index dead_letter_recent on dead_letter (received_at);

-- All of them, those beyond the bound included.
create table dead_letter_count (
    node      text   not null,
    code      text   not null,
    letters   bigint not null,
    last_at   bigint not null,
    primary key (node, code)
);

-- Two boxes write under one identity: the same number came with another content.
create table clone_alarm (
    node       text   not null,
    epoch      text   not null,
    first_at   bigint not null,
    last_at    bigint not null,
    events     bigint not null,
    first_seq  bigint not null,
    last_seq   bigint not null,
    primary key (node, epoch)
);

-- The latest that is known of each boot's clock.
create table clock_reading (
    node           text   not null,
    boot           text   not null,
    up_ms          bigint not null,
    at             bigint not null,
    hub_offset_ms  bigint not null,
    primary key (node, boot)
);
