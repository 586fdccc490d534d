-- Calls for the expert, kept as many days as turns.
create table escalation (
  id        text    primary key,
  at        integer not null,
  incident  text,
  machine   text,
  question  text    not null,
  citations text    not null
);
create index escalation_at on escalation (at);

-- What he said, by the id of the command that brought it. told_at: null until whoever asked was told.
create table expert_reply (
  id         text    primary key,
  escalation text    not null references escalation (id),
  at         integer not null,
  text       text    not null,
  card       text,
  told_at    integer
);
create index expert_reply_escalation on expert_reply (escalation);
create index expert_reply_untold on expert_reply (at) where told_at is null;
