create table identity.session (
    primary_id char(36) primary key,
    session_id char(36) not null,
    creation_time bigint not null,
    last_access_time bigint not null,
    max_inactive_interval int not null,
    expiry_time bigint not null,
    principal_name varchar(100)
);
comment on table identity.session is '会话，由 spring-session-jdbc 读写';
create unique index session_id_idx on identity.session (session_id);
create index session_expiry_idx on identity.session (expiry_time);
create index session_principal_idx on identity.session (principal_name);

create table identity.session_attributes (
    session_primary_id char(36) not null references identity.session (primary_id) on delete cascade,
    attribute_name varchar(200) not null,
    attribute_bytes bytea not null,
    primary key (session_primary_id, attribute_name)
);
comment on table identity.session_attributes is '会话里的值，由 spring-session-jdbc 读写';
