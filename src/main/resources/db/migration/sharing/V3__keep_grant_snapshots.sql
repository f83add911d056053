create table sharing.told_grants (
    node text primary key,
    number bigint not null,
    digest text not null,
    made_at timestamptz not null
);

comment on table sharing.told_grants is '发给各节点的授权快照：最近一份的序号和内容摘要';

create table sharing.grant_snapshot (
    node text primary key,
    number bigint not null,
    made_at timestamptz not null,
    valid_until timestamptz not null,
    received_at timestamptz not null,
    key_id text not null,
    signature bytea not null,
    content bytea not null
);

comment on table sharing.grant_snapshot is '其他节点签名的授权快照，每个节点只留最新一份';
comment on column sharing.grant_snapshot.number is '只增不减；不比现有的大就不收';
comment on column sharing.grant_snapshot.content is '签名所对的原文，逐字节留存，日后可以再核验';
