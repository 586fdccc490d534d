-- Which code made the passages; 0 is code that did not say it yet.
alter table manual add column reader_version integer not null default 0;
alter table manual add column chunker_version integer not null default 0;
