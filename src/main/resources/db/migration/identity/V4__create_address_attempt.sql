create table identity.address_attempt (
    address text not null,
    name_digest bytea not null,
    failures integer not null,
    last_at timestamptz not null,
    primary key (address, name_digest)
);
comment on table identity.address_attempt is '每个网络地址在哪些登录名上失败过；登录名只存带密钥的摘要，一小时后删除';
comment on column identity.address_attempt.address is 'IPv4 为整个地址，IPv6 为前 64 位';
create index address_attempt_last_idx on identity.address_attempt (last_at);

create table identity.address_pause (
    address text primary key,
    ends_at timestamptz not null
);
comment on table identity.address_pause is '失败太多的网络地址，到时候才能再试';

create table identity.known_device (
    account_id bigint not null references identity.account (id),
    digest bytea not null,
    first_at timestamptz not null,
    last_at timestamptz not null,
    primary key (account_id, digest)
);
comment on table identity.known_device is '账号登录过的浏览器，只存摘要；新的浏览器登录时告诉本人';
