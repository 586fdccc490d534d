-- What waits for the hub. The numbers have no holes: a number is given in the transaction of its row.
create table outbox_state (
  one           integer primary key check (one = 1),
  epoch         text    not null,
  last_seq      integer not null default 0,
  waiting       integer not null default 0,
  bytes         integer not null default 0,
  dropped_turns integer not null default 0,
  dead_letters  integer not null default 0
);
insert into outbox_state (one, epoch) values (1, lower(hex(randomblob(8))));

-- `bytes` and `chars` stand before the text, so that they are read without it.
create table outbox (
  seq   integer primary key,
  kind  text    not null,
  at    integer not null,
  bytes integer not null,
  chars integer not null,
  json  text    not null
);
create index outbox_turns_by_number on outbox (seq) where kind = 'turn';
create index outbox_turns_by_age on outbox (at) where kind = 'turn';

create trigger outbox_in after insert on outbox begin
  update outbox_state set waiting = waiting + 1, bytes = bytes + new.bytes;
end;
create trigger outbox_out after delete on outbox begin
  update outbox_state set waiting = waiting - 1, bytes = bytes - old.bytes;
end;

-- Numbers that will never come, until the hub knows.
create table outbox_gone (
  first  integer primary key,
  last   integer not null,
  kind   text    not null,
  reason text    not null
);
create index outbox_gone_last on outbox_gone (last);

-- What the hub refused, for somebody to look at.
create table dead_letter (
  id    integer primary key,
  epoch text    not null,
  seq   integer not null,
  kind  text    not null,
  at    integer not null,
  code  text    not null,
  json  text    not null
);

create table turn (
  turn     text    primary key,
  at       integer not null,
  machine  text,
  question text,
  reply    text    not null,
  text     text,
  failure  text
);
create index turn_at on turn (at);

create table incident (
  id        text    primary key,
  version   integer not null,
  machine   text    not null,
  line      text,
  fault     text,
  cause     text,
  note      text,
  origin    text    not null,
  withdrawn integer not null,
  opened_at integer not null,
  opening   text    not null,
  restored  integer not null
);
create index incident_opened_at on incident (opened_at);
create index incident_open on incident (machine) where restored = 0 and withdrawn = 0;

create table milestone (
  incident  text    not null references incident (id),
  ordinal   integer not null,
  moment    text    not null,
  at        integer not null,
  wait_for  text,
  source    text    not null,
  retracted integer not null,
  primary key (incident, ordinal)
) without rowid;
