-- Openings that meant an incident which was open already.
create table joining (
  id        text    primary key,
  incident  text    not null references incident (id),
  ordinal   integer not null,
  origin    text    not null,
  failed_at integer,
  opening   text    not null
) without rowid;
create unique index joining_incident on joining (incident, ordinal);
