create table license.type (
    key text primary key,
    definition jsonb not null
);

create sequence license.serial;
create sequence license.organization_number;

create table license.license (
    identifier text primary key,
    case_number text not null,
    type text not null,
    title text not null,
    holder_name text not null,
    holder_code text not null,
    holder_person boolean not null,
    holder_account bigint,
    issuer text not null,
    issuer_name text not null,
    issued_on date not null,
    valid_from date not null,
    valid_until date,
    status text not null check (status in ('VALID', 'SUSPENDED', 'REVOKED', 'CANCELLED')),
    facts jsonb not null,
    file_id uuid,
    issued_at timestamptz not null,
    constraint license_case_unique unique (case_number)
);

create index license_holder_account_idx on license.license (holder_account, issued_at);
create index license_issued_at_idx on license.license (issued_at);

create table license.status_change (
    id bigint generated always as identity primary key,
    identifier text not null references license.license,
    before text not null,
    after text not null,
    reason text not null,
    by_account bigint not null,
    by_name text not null,
    at timestamptz not null
);

create index status_change_identifier_idx on license.status_change (identifier, id);

comment on table license.type is '证照类型：代码、名称、有效期、照面各项从申请表的哪里取';
comment on table license.license is '签发的电子证照，一件办件至多一张';
comment on column license.license.facts is '照面各项，签发时定下，以后不变';
comment on column license.license.file_id is '盖章的 PDF，签发后立刻生成';
comment on table license.status_change is '证照状态的变更：暂扣、恢复、吊销或撤销、注销，及其理由';
