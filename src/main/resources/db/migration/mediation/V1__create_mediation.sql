create table mediation.service (
    code text primary key,
    name text not null,
    summary text not null,
    department text not null,
    resource text not null,
    state text not null check (state in ('DRAFT', 'OFFERED', 'PAUSED')),
    operations jsonb not null,
    address text not null,
    auth text not null check (auth in ('NONE', 'BASIC', 'BEARER')),
    auth_user text not null,
    secret bytea,
    patience_millis integer not null,
    most_request integer not null,
    most_answer integer not null,
    openapi text not null,
    revision integer not null default 1,
    changed_at timestamptz not null,
    changed_by text not null
);

create unique index service_resource on mediation.service (resource) where resource <> '';

comment on table mediation.service is '本节点提供的服务：部门业务系统的 HTTP 接口';
comment on column mediation.service.resource is '目录资源代码；凭它申请共享';
comment on column mediation.service.operations is '开放的方法和路径';
comment on column mediation.service.secret is '调用部门系统的密码或令牌，用本节点的密钥加密';

create table mediation.call (
    id uuid not null,
    side text not null check (side in ('CONSUMER', 'PROVIDER')),
    node text not null,
    service text not null,
    provider text not null,
    consumer text not null,
    client text not null,
    grant_number text not null,
    purpose text not null,
    operation text not null,
    at timestamptz not null,
    took_millis bigint not null,
    status integer not null,
    fault text not null,
    request_octets bigint not null,
    answer_octets bigint not null,
    primary key (id, side)
);

create index call_consumer on mediation.call (consumer, side, at desc, id);
create index call_provider on mediation.call (provider, side, at desc, id);
create index call_service on mediation.call (service, side, at);
create index call_at on mediation.call (at);

comment on table mediation.call is '服务调用记录：消费方和提供方各一行；内容不存，参数不存';
comment on column mediation.call.node is '对方节点；双方都在本节点时为空';
comment on column mediation.call.operation is '方法和登记的路径，不含实际参数';
comment on column mediation.call.fault is '未得到答复的原因代码';

create table mediation.passed (
    id uuid primary key,
    at timestamptz not null
);

create index passed_at on mediation.passed (at);

comment on table mediation.passed is '已转发过的请求编号，防重放；超过时钟误差的定期清除';

create table mediation.told (
    node text primary key,
    digest text not null,
    at timestamptz not null
);

comment on table mediation.told is '上次告知相邻节点的服务目录摘要';

create table mediation.foreign_service (
    node text not null,
    code text not null,
    content jsonb not null,
    told_at timestamptz not null,
    primary key (node, code)
);

comment on table mediation.foreign_service is '相邻节点提供的服务';

create table mediation.foreign_grant (
    node text not null,
    number text not null,
    service text not null,
    consumer text not null,
    purpose text not null,
    valid_until date not null,
    primary key (node, number)
);

create index foreign_grant_consumer on mediation.foreign_grant (consumer, node, service);

comment on table mediation.foreign_grant is '相邻节点给本节点各部门的服务授权';
