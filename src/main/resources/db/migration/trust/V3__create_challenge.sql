create table trust.challenge (
    id uuid primary key,
    purpose text not null,
    nonce bytea not null,
    made_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
);

create index challenge_expiry on trust.challenge (expires_at);

comment on table trust.challenge is '证书验证的一次性挑战：随机数用一次就作废，过期一天后删除';
