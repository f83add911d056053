create table connectors.source (
    id bigint generated always as identity primary key,
    name text not null check (name <> ''),
    department text not null,
    kind text not null check (kind in ('JDBC', 'FOLDER', 'HTTP', 'PUSH')),
    settings jsonb not null,
    secret bytea,
    paused boolean not null default false,
    changed_at timestamptz not null,
    changed_by text not null,
    tested_at timestamptz,
    test_good boolean,
    test_note jsonb
);

create index source_department on connectors.source (department, name, id);

comment on table connectors.source is '来源：部门自己的系统，登记册从这里取数';
comment on column connectors.source.settings is '地址、端口、用户名等，不含口令';
comment on column connectors.source.secret is '口令或令牌，用本节点的加密密钥封存';
comment on column connectors.source.test_note is '最近一次测试连接的结果';

create table connectors.contract (
    id bigint generated always as identity primary key,
    source_id bigint not null references connectors.source (id),
    name text not null check (name <> ''),
    register text not null,
    reading jsonb not null,
    schedule text not null default '',
    window_from time,
    window_to time,
    rows_per_second integer not null default 0 check (rows_per_second >= 0),
    expect_minutes bigint not null default 0 check (expect_minutes >= 0),
    paused boolean not null default false,
    columns jsonb not null default '[]',
    watermark text not null default '',
    next_at timestamptz,
    since timestamptz not null,
    told_at timestamptz,
    changed_at timestamptz not null,
    changed_by text not null
);

create index contract_source on connectors.contract (source_id, id);
create index contract_due on connectors.contract (next_at) where next_at is not null and not paused;

comment on table connectors.contract is '接入约定：来源里的哪张表（哪些文件、哪个接口）进哪个登记册，什么时候取、怎么取';
comment on column connectors.contract.reading is '读法：表名、主键列、变更列、文件名式样等';
comment on column connectors.contract.window_from is '每天从几点起可以装载';
comment on column connectors.contract.rows_per_second is '每秒最多读几行，0 为不限';
comment on column connectors.contract.expect_minutes is '多久没有成功取到数就报警，0 为不报';
comment on column connectors.contract.columns is '保存对照时来源的各列和类型；运行前比对，变了就不写';
comment on column connectors.contract.watermark is '上次取到哪里，由读法解释';
comment on column connectors.contract.since is '从什么时候起算无声';
comment on column connectors.contract.told_at is '这次无声已经报过警的时间';

create table connectors.mapping (
    contract_id bigint not null references connectors.contract (id),
    version integer not null,
    rules jsonb not null,
    saved_at timestamptz not null,
    saved_by text not null,
    primary key (contract_id, version)
);

comment on table connectors.mapping is '对照：来源的列到登记册的信息项，每次保存一个版本';

create table connectors.run (
    id bigint generated always as identity primary key,
    contract_id bigint not null references connectors.contract (id),
    mapping_version integer not null,
    state text not null check (state in ('WAITING', 'RUNNING', 'INTERRUPTED', 'PAUSED', 'DONE', 'STOPPED', 'FAILED')),
    slice text,
    again_of bigint references connectors.run (id),
    chunk integer,
    work_id bigint,
    load_id bigint,
    read bigint not null default 0,
    written bigint not null default 0,
    unchanged bigint not null default 0,
    set_aside bigint not null default 0,
    notes jsonb not null default '[]',
    valid_from date not null,
    started_by text not null,
    started_at timestamptz not null,
    ended_at timestamptz
);

create index run_contract on connectors.run (contract_id, id desc);
create unique index run_open on connectors.run (contract_id) where ended_at is null;

comment on table connectors.run is '运行：按约定取一次数';
comment on column connectors.run.slice is '这次取哪一段，开始时定下，中断后接着取同一段';
comment on column connectors.run.again_of is '重读哪次运行的一块';
comment on column connectors.run.load_id is '登记册里的装载';
comment on column connectors.run.notes is '要对人说的话：失败原因、来源结构的变化';

create table connectors.taken_file (
    contract_id bigint not null references connectors.contract (id),
    digest text not null,
    name text not null,
    size bigint not null,
    run_id bigint not null references connectors.run (id),
    taken_at timestamptz not null,
    primary key (contract_id, digest)
);

comment on table connectors.taken_file is '已经取过的文件，按内容的 SHA-256 认；同样的内容不取第二遍';

create table connectors.push_request (
    contract_id bigint not null references connectors.contract (id),
    request text not null,
    digest text not null,
    run_id bigint references connectors.run (id),
    at timestamptz not null,
    primary key (contract_id, request)
);

comment on table connectors.push_request is '推送来的请求；同一个编号再来，给同样的答复';
comment on column connectors.push_request.digest is '请求内容的摘要，同号不同文的拒绝';
