create table identity.connected_system (
    id bigint generated always as identity primary key,
    client_id text not null constraint connected_system_client_unique unique,
    name text not null,
    secret text,
    redirect_uris text[] not null,
    logout_uris text[] not null,
    created_at timestamptz not null,
    created_by text not null,
    closed_at timestamptz
);
comment on table identity.connected_system is '用本平台账号登录的其他系统（OpenID Connect 客户端）';
comment on column identity.connected_system.secret is '密钥的摘要；空表示系统保管不了密钥，只靠 PKCE';

create table identity.system_authorization (
    id text primary key,
    system_id bigint not null references identity.connected_system (id),
    account_id bigint not null references identity.account (id),
    content bytea not null,
    digests bytea[] not null,
    expires_at timestamptz not null
);
comment on table identity.system_authorization is '给其他系统的登录凭据，内容加密，凭据只存摘要';
create index system_authorization_digests_idx on identity.system_authorization using gin (digests);
create index system_authorization_expires_idx on identity.system_authorization (expires_at);
create index system_authorization_account_idx on identity.system_authorization (account_id);

create table identity.system_consent (
    system_id bigint not null references identity.connected_system (id),
    account_id bigint not null references identity.account (id),
    scopes text[] not null,
    given_at timestamptz not null,
    primary key (system_id, account_id)
);
comment on table identity.system_consent is '本人同意把哪些信息给哪个系统';
create index system_consent_account_idx on identity.system_consent (account_id);

create table identity.provider_key (
    id text primary key,
    content bytea not null,
    made_at timestamptz not null
);
comment on table identity.provider_key is '给登录凭据签名的密钥，加密保存，90 天换一次';
