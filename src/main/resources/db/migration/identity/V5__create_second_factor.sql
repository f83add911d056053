create table identity.authenticator (
    account_id bigint primary key references identity.account (id),
    secret_cipher bytea not null,
    last_step bigint not null,
    set_at timestamptz not null
);
comment on table identity.authenticator is '动态码（RFC 6238）的密钥，加密保存';
comment on column identity.authenticator.last_step is '用过的最后一个时间步；同一个动态码不能用两次';

create table identity.recovery_code (
    digest bytea primary key,
    account_id bigint not null references identity.account (id),
    used_at timestamptz
);
comment on table identity.recovery_code is '恢复码，只存带密钥的摘要，每个用一次';
create index recovery_code_account_idx on identity.recovery_code (account_id);

create table identity.sign_in_policy (
    singleton boolean primary key default true constraint sign_in_policy_single_check check (singleton),
    second_factor text not null
        constraint sign_in_policy_second_factor_check check (second_factor in ('NOBODY', 'ADMINISTRATORS', 'STAFF'))
);
comment on table identity.sign_in_policy is '谁用密码登录时还要动态码';
insert into identity.sign_in_policy (second_factor) values ('NOBODY');
