create table registers.register (
    code text primary key check (code ~ '^[a-z](-?[a-z0-9]){1,29}$'),
    version integer not null,
    body json not null,
    last_position bigint not null default 0,
    records bigint not null default 0,
    changed_at timestamptz not null,
    changed_by text not null
);

comment on table registers.register is '基础数据库登记册：每个登记册按定义生成一张现状表和一张历史表，表名含两个下划线';
comment on column registers.register.body is '定义全文，其中 schema 是 JSON Schema 2020-12';
comment on column registers.register.last_position is '最近一次变更的序号；写入时锁住这一行，所以序号的先后就是提交的先后';
comment on column registers.register.records is '现状表的记录数';

create table registers.definition (
    register text not null references registers.register (code),
    version integer not null,
    body json not null,
    changed_at timestamptz not null,
    changed_by text not null,
    primary key (register, version)
);

comment on table registers.definition is '登记册定义的各个版本';

create table registers.load (
    id bigint generated always as identity primary key,
    register text not null references registers.register (code),
    reference text not null,
    source_name text not null,
    columns jsonb not null,
    valid_from date not null,
    state text not null check (state in ('RUNNING', 'DONE', 'CANCELED')),
    digest_in text not null default '',
    digest_stored text not null default '',
    receipt text,
    receipt_algorithm text,
    receipt_key text,
    receipt_signature text,
    started_by text not null,
    started_at timestamptz not null,
    ended_at timestamptz,
    unique (register, reference)
);

create index load_register on registers.load (register, id desc);

comment on table registers.load is '批量装载';
comment on column registers.load.reference is '发起方给的名字；同一个名字再次发起就从台账停下的地方继续';
comment on column registers.load.valid_from is '这批数据从哪天起有效';
comment on column registers.load.digest_in is '读到的（未搁置的）行的摘要，各块摘要依次连起来再取 SHA-256';
comment on column registers.load.digest_stored is '登记册里这些行的摘要，算法相同';
comment on column registers.load.receipt is '回执正文，由本节点签名';

create table registers.load_chunk (
    load_id bigint not null references registers.load (id),
    number integer not null,
    first_row bigint not null,
    read bigint not null,
    written bigint not null,
    unchanged bigint not null,
    set_aside bigint not null,
    digest_in text not null,
    digest_stored text not null,
    cursor text not null,
    at timestamptz not null,
    primary key (load_id, number),
    check (read = written + unchanged + set_aside)
);

comment on table registers.load_chunk is '装载台账：每块一行，与这一块的数据在同一个事务里写入';
comment on column registers.load_chunk.cursor is '这一块在来源里的末尾，中断后从这里继续';

create table registers.set_aside_row (
    load_id bigint not null references registers.load (id),
    row_number bigint not null,
    faults jsonb not null,
    content jsonb not null,
    primary key (load_id, row_number)
);

comment on table registers.set_aside_row is '装载时搁置的行';
comment on column registers.set_aside_row.faults is '每处错误的列、信息项、规则和要求';
comment on column registers.set_aside_row.content is '读到的原样，按列名';

create table registers.correction (
    id bigint generated always as identity primary key,
    register text not null references registers.register (code),
    record_key text not null,
    item text not null,
    shown text not null,
    claimed text not null,
    reason text not null,
    source text not null,
    flagged_by bigint not null,
    flagged_by_name text not null,
    flagged_at timestamptz not null,
    due_on date not null,
    state text not null check (state in ('OPEN', 'CORRECTED', 'KEPT')),
    answer text,
    answered_by text,
    answered_at timestamptz
);

create index correction_inbox on registers.correction (source, due_on, id) where state = 'OPEN';
create index correction_record on registers.correction (register, record_key, id);

comment on table registers.correction is '疑义校核申请';
comment on column registers.correction.shown is '提出时看到的值';
comment on column registers.correction.claimed is '提出人认为正确的值，可以为空';
comment on column registers.correction.source is '提出时这一项的数源部门，由它答复';
comment on column registers.correction.due_on is '最迟答复日';

