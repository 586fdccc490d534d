-- Procedures that are or were read on a machine, with the whole text that they began with.
-- `_up_ms` is the time since the computer started, which nobody can set.
create table procedure_run (
  id            text    primary key,
  machine       text    not null,
  text          text    not null,
  position      integer not null,
  status        text    not null,
  confirmations text    not null,
  begun_at      integer not null,
  begun_boot    text    not null,
  begun_up_ms   integer not null,
  changed_at    integer not null,
  changed_boot  text    not null,
  changed_up_ms integer not null
);

-- One open run a machine.
create unique index procedure_run_open on procedure_run (machine)
  where status in ('ACTIVE', 'PAUSED');
create index procedure_run_ended on procedure_run (changed_at)
  where status not in ('ACTIVE', 'PAUSED');
