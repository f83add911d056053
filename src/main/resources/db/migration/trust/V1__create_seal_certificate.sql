create table trust.seal_certificate (
    credit_code text not null,
    suite text not null check (suite in ('SM2', 'ECDSA')),
    key_number integer not null,
    department text not null,
    certificate bytea not null,
    wrapped_key bytea not null,
    issued_at timestamptz not null,
    expires_at timestamptz not null,
    primary key (credit_code, suite, key_number)
);

comment on table trust.seal_certificate is '部门电子印章的证书和密钥，首次用印时由本节点的证书机构签发';
comment on column trust.seal_certificate.wrapped_key is '私钥，用密钥柜中的密钥以 AES-256-GCM 加密';
