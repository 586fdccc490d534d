-- One-time codes; only the SHA-256 of their random part is kept. The newest of a node counts.
create table invitation (
    node         text primary key,
    code_sha256  text not null,
    created_at   bigint not null,
    expires_at   bigint not null,
    used_at      bigint
);
create unique index invitation_code on invitation (code_sha256);

-- What a node shows to the broker (PBKDF2 as Mosquitto writes it), and its own public key.
create table node_credential (
    node           text primary key,
    password_hash  text not null,
    public_key     text not null,
    enrolled_at    bigint not null
);
