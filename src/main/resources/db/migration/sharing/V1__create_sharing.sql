create table sharing.time_rule (
    division text not null,
    act text not null check (act in ('ANSWER', 'EXTENSION', 'RULING')),
    amount integer not null check (amount between 0 and 365),
    unit text not null check (unit in ('WORKING_DAYS', 'CALENDAR_DAYS')),
    basis text not null,
    valid_from date not null,
    primary key (division, act, valid_from)
);

comment on table sharing.time_rule is '共享申请的办理时限：按地区、行为和施行日期，来自法规和地方规定';
comment on column sharing.time_rule.act is 'ANSWER 答复，EXTENSION 延长，RULING 争议裁决';

create sequence sharing.request_serial;

create table sharing.request (
    id bigint generated always as identity primary key,
    number text not null unique,
    resource text not null,
    resource_name text not null,
    register text not null,
    provider text not null,
    consumer text not null,
    state text not null
        check (state in ('DRAFT', 'WAITING', 'RETURNED', 'GRANTED', 'REFUSED', 'DISPUTED', 'WITHDRAWN')),
    revision integer not null default 1,
    wish jsonb not null,
    sent_at timestamptz,
    due_on date,
    due_basis text not null default '',
    extended boolean not null default false,
    answer text not null default '',
    answered_by text not null default '',
    answered_at timestamptz,
    created_by bigint not null,
    created_by_name text not null,
    created_at timestamptz not null
);

create index request_consumer on sharing.request (consumer, id desc);
create index request_provider on sharing.request (provider, state, due_on, id);

comment on table sharing.request is '共享申请';
comment on column sharing.request.wish is '申请内容：用途、依据、信息项、行条件、每日次数、截止日期、使用方式、送达节点';
comment on column sharing.request.due_basis is '答复期限的依据';

create table sharing.request_event (
    id bigint generated always as identity primary key,
    request_id bigint not null references sharing.request (id),
    kind text not null,
    by_name text not null,
    department text not null,
    note text not null,
    at timestamptz not null
);

create index request_event_request on sharing.request_event (request_id, id);

comment on table sharing.request_event is '共享申请办理过程';

create table sharing.data_grant (
    number text primary key,
    request_id bigint not null references sharing.request (id),
    resource text not null,
    resource_name text not null,
    register text not null,
    provider text not null,
    consumer text not null,
    terms jsonb not null,
    valid_until date not null,
    state text not null check (state in ('ACTIVE', 'SUSPENDED', 'REVOKED')),
    state_reason text not null default '',
    state_by text not null default '',
    state_at timestamptz not null,
    granted_at timestamptz not null,
    granted_by text not null
);

create index data_grant_consumer on sharing.data_grant (consumer, number desc);
create index data_grant_provider on sharing.data_grant (provider, number desc);
create index data_grant_register on sharing.data_grant (register);

comment on table sharing.data_grant is '共享授权';
comment on column sharing.data_grant.terms is '授权内容：信息项、脱敏、行条件、每日次数、使用方式、用途、依据、送达节点';

create table sharing.epoch (
    one boolean primary key default true check (one),
    number bigint not null default 1
);

insert into sharing.epoch default values;

comment on table sharing.epoch is '授权版本号：授权、停用、系统有变化就加一，各实例据此作废缓存';

create table sharing.stop (
    id bigint generated always as identity primary key,
    target text not null,
    reason text not null,
    stopped_by text not null,
    stopped_at timestamptz not null,
    lifted_by text,
    lifted_at timestamptz
);

create unique index stop_in_force on sharing.stop (target) where lifted_at is null;

comment on table sharing.stop is '全部停用：target 为登记册代码，* 为整个平台';

create table sharing.system_use (
    client_id text primary key,
    department text not null,
    name text not null,
    bound_by text not null,
    bound_at timestamptz not null
);

create index system_use_department on sharing.system_use (department);

comment on table sharing.system_use is '部门的业务系统：用接入系统的编号和密钥调用共享接口';

create table sharing.usage (
    grant_number text not null references sharing.data_grant (number),
    day date not null,
    way text not null check (way in ('PAGE', 'API', 'BATCH', 'SUBSCRIPTION')),
    calls bigint not null,
    records bigint not null,
    primary key (grant_number, day, way)
);

create index usage_day on sharing.usage (day);

comment on table sharing.usage is '共享使用统计：按授权、日期、方式';

create table sharing.quota (
    grant_number text not null references sharing.data_grant (number),
    day date not null,
    taken bigint not null,
    primary key (grant_number, day)
);

comment on table sharing.quota is '每日次数：被拒绝的也算在内';

create table sharing.delivery (
    id bigint generated always as identity primary key,
    grant_number text not null references sharing.data_grant (number),
    register text not null,
    way text not null check (way in ('BATCH', 'SUBSCRIPTION')),
    from_position bigint not null,
    to_position bigint not null,
    records bigint not null,
    at timestamptz not null
);

create index delivery_register on sharing.delivery (register, to_position);
create index delivery_grant on sharing.delivery (grant_number, id desc);

comment on table sharing.delivery is '整批提供台账：哪个授权拿到了哪一段变更';
comment on column sharing.delivery.from_position is '不含；整库为 0';

create table sharing.batch (
    id bigint generated always as identity primary key,
    grant_number text not null references sharing.data_grant (number),
    purpose text not null,
    work bigint,
    file text,
    records bigint not null default 0,
    ordered_by text not null,
    ordered_at timestamptz not null,
    ready_at timestamptz
);

create index batch_grant on sharing.batch (grant_number, id desc);

comment on table sharing.batch is '批量文件';

create table sharing.subscription (
    grant_number text primary key references sharing.data_grant (number),
    node text not null,
    position bigint not null default 0,
    last_sent_at timestamptz
);

comment on table sharing.subscription is '送往其他节点的订阅，送到了哪个变更序号';

create table sharing.correction_notice (
    id bigint generated always as identity primary key,
    grant_number text not null references sharing.data_grant (number),
    register text not null,
    record_key text not null,
    item text not null,
    correction bigint not null,
    at timestamptz not null,
    unique (grant_number, correction)
);

comment on table sharing.correction_notice is '更正通知：曾经拿到错误值的授权';

create table sharing.received_record (
    sender text not null,
    grant_number text not null,
    consumer text not null,
    register text not null,
    record_key text not null,
    content jsonb not null,
    position bigint not null,
    ended boolean not null,
    received_at timestamptz not null,
    primary key (sender, grant_number, record_key)
);

comment on table sharing.received_record is '从其他节点订阅到的记录';

insert into sharing.time_rule (division, act, amount, unit, basis, valid_from)
values ('100000', 'ANSWER', 10, 'WORKING_DAYS', '政务信息资源共享管理暂行办法（国发〔2016〕51号）', date '2016-09-05'),
       ('100000', 'ANSWER', 10, 'WORKING_DAYS', '政务数据共享条例（国务院令第809号）', date '2025-08-01'),
       ('100000', 'EXTENSION', 10, 'WORKING_DAYS', '政务数据共享条例（国务院令第809号）', date '2025-08-01'),
       ('100000', 'RULING', 10, 'WORKING_DAYS', '政务数据共享条例（国务院令第809号）', date '2025-08-01');
