create table identity.passkey_user (
    account_id bigint primary key references identity.account (id),
    handle bytea not null constraint passkey_user_handle_unique unique
);
comment on table identity.passkey_user is '账号在通行密钥里的随机编号（WebAuthn user handle）';

create table identity.passkey (
    id bigint generated always as identity primary key,
    account_id bigint not null references identity.account (id),
    name text not null,
    credential_id bytea not null constraint passkey_credential_unique unique,
    public_key bytea not null,
    attestation bytea not null,
    client_data bytea not null,
    transports text not null,
    signature_count bigint not null,
    backed_up boolean not null,
    created_at timestamptz not null,
    used_at timestamptz,
    removed_at timestamptz
);
comment on table identity.passkey is '通行密钥的公钥（WebAuthn）；私钥不离开本人的设备';
comment on column identity.passkey.signature_count is '设备报的签名次数；变小说明密钥被复制过';
create index passkey_account_idx on identity.passkey (account_id);

create table identity.passkey_challenge (
    challenge bytea primary key,
    account_id bigint references identity.account (id),
    expires_at timestamptz not null
);
comment on table identity.passkey_challenge is '等着签名的随机数，用一次就删';
comment on column identity.passkey_challenge.account_id is '添加密钥的账号；登录用的为空';
create index passkey_challenge_expires_idx on identity.passkey_challenge (expires_at);
