-- How far this file has been sent: what tells a restored copy from the file that it was taken of.
alter table outbox_state add column sent_through integer not null default 0;
