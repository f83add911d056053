create table trust.revocation_list (
    authority text primary key,
    number bigint not null,
    stale boolean not null,
    published_at timestamptz,
    encoded bytea
);

comment on table trust.revocation_list is '各证书机构最近公布的吊销列表（CRL）';
comment on column trust.revocation_list.stale is '公布以后有证书的状态变了，下次取用时重新公布';
