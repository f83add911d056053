create table identity.recovery_link (
    digest bytea primary key,
    account_id bigint not null references identity.account (id),
    way text not null constraint recovery_link_way_check check (way in ('MAIL', 'COUNTER')),
    made_at timestamptz not null,
    expires_at timestamptz not null
);
comment on table identity.recovery_link is '找回账号的一次性链接，只存摘要，用后删除';
comment on column identity.recovery_link.way is '怎么确认是本人的：登记的邮箱，或者窗口核对证件';
create index recovery_link_account_idx on identity.recovery_link (account_id);

create table identity.real_name (
    account_id bigint primary key references identity.account (id),
    method text not null constraint real_name_method_check check (method in ('COUNTER', 'CERTIFICATE', 'SOURCE')),
    detail text not null,
    checked_by text not null,
    checked_at timestamptz not null
);
comment on table identity.real_name is '实名认证：已经核对过的账号；没有记录就是还没有认证';
comment on column identity.real_name.detail is '看的什么证件，或者证书序列号，或者核验接口的回执号';
