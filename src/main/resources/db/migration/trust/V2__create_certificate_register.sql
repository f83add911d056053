create table trust.certificate (
    position bigint generated always as identity primary key,
    serial text not null unique check (serial ~ '^[0-9a-f]{2,40}$'),
    suite text not null check (suite in ('SM2', 'ECDSA')),
    kind text not null check (kind in ('PERSON', 'ORGANIZATION', 'NODE', 'SEAL')),
    holder text not null,
    name text not null,
    state text not null check (state in ('VALID', 'SUSPENDED', 'REVOKED')),
    reason text,
    why text,
    changed_at timestamptz not null,
    issued_at timestamptz not null,
    starts_at timestamptz not null,
    expires_at timestamptz not null,
    renews text,
    warned_at timestamptz,
    encoded bytea not null
);

create index certificate_holder on trust.certificate (holder);
create index certificate_expiry on trust.certificate (expires_at) where state <> 'REVOKED';
create index certificate_withdrawn on trust.certificate (suite) where state <> 'VALID';

comment on table trust.certificate is '证书登记簿：本节点的证书机构签发的每一张证书和它现在的状态';
comment on column trust.certificate.serial is '证书序列号，十六进制，小写';
comment on column trust.certificate.holder is '持有者的引用，例如 account:17；印章证书是统一社会信用代码';
comment on column trust.certificate.state is '有效、暂停（可恢复）或吊销（不可恢复）；是否到期由日期得出';
comment on column trust.certificate.renews is '本证书接替的那一张的序列号';
comment on column trust.certificate.warned_at is '最近一次提醒即将到期的时间';

-- Seal certificates issued before the register: their serial stands in the certificate after three headers (X.509 section 4.1);
-- it always has 16 bytes, and only the length of the second header varies.
insert into trust.certificate
  (serial, suite, kind, holder, name, state, changed_at, issued_at, starts_at, expires_at, encoded)
select encode(substring(certificate from case get_byte(certificate, 5) when 130 then 16 else 15 end for 16), 'hex'),
       suite, 'SEAL', credit_code, department, 'VALID', issued_at, issued_at,
       issued_at - interval '1 day', expires_at, certificate
from trust.seal_certificate
order by issued_at;
