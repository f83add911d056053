create table exchange.node (
    code text primary key,
    name text not null,
    level text not null,
    zone text not null,
    address text not null,
    transport text not null,
    via text,
    standing text not null,
    standing_at timestamptz not null,
    standing_by text not null,
    standing_why text not null default '',
    vouching boolean not null default false,
    kinds text[] not null default '{}',
    suite text not null,
    root text not null,
    issuing text not null,
    signer text not null,
    encryption text,
    fingerprint text not null,
    snapshot_at timestamptz,
    tried_at timestamptz,
    reached_at timestamptz,
    failures integer not null default 0,
    failure text not null default '',
    next_try_at timestamptz,
    leased_by text,
    leased_until timestamptz
);
comment on table exchange.node is '其他节点：经管理员核对指纹后信任的邻居，以及邻居担保的节点';
comment on column exchange.node.via is '经哪个邻居转交；空表示直接相邻';
comment on column exchange.node.vouching is '是否信任它担保的节点';
comment on column exchange.node.kinds is '约定可以交换的种类；空表示不限';
comment on column exchange.node.fingerprint is '根证书的 SHA-256，管理员逐词核对';
comment on column exchange.node.snapshot_at is '它最近一份信任清单的日期';
comment on column exchange.node.leased_by is '正在与它传输的实例';

create table exchange.node_key (
    node text not null references exchange.node (code),
    key_id text not null,
    signer text not null,
    since timestamptz not null,
    primary key (node, key_id)
);
comment on table exchange.node_key is '节点用过的签名证书；换证之后，路上的信封还要用旧证书验';

create table exchange.envelope (
    id uuid primary key,
    sequence bigint generated always as identity,
    receiver text not null references exchange.node (code),
    contract text not null,
    number bigint,
    kind text not null,
    purpose text not null,
    priority smallint not null,
    wrapped_secret bytea,
    size bigint not null,
    digest text not null,
    pieces integer not null,
    state text not null check (state in ('WAITING', 'SENT', 'CARRIED', 'APPLIED', 'KEPT', 'REFUSED', 'FAILED', 'EXPIRED', 'WITHDRAWN')),
    created_at timestamptz not null,
    valid_until timestamptz not null,
    due_at timestamptz not null,
    tries integer not null default 0,
    fault text not null default '',
    first_sent_at timestamptz,
    sent_at timestamptz,
    ended_at timestamptz,
    note_key text not null default '',
    note_args text[] not null default '{}',
    sheet_id uuid,
    unique (receiver, contract, number)
);
comment on table exchange.envelope is '发出的信封：与业务同一事务写入，提交之后才发';
comment on column exchange.envelope.number is '在通道（收方、约定）里的序号；提交之后才编';
comment on column exchange.envelope.wrapped_secret is '加密时用收方证书包裹的密钥';
comment on column exchange.envelope.fault is '最近一次没有被收下的原因';
comment on column exchange.envelope.sheet_id is '收方签名的回执单';
create index envelope_unnumbered on exchange.envelope (receiver, sequence) where number is null;
create index envelope_due on exchange.envelope (receiver, priority desc, due_at, sequence) where state in ('WAITING', 'SENT');
create index envelope_newest on exchange.envelope (created_at desc, id);

create table exchange.piece (
    envelope uuid not null references exchange.envelope (id),
    number integer not null,
    content bytea not null,
    taken boolean not null default false,
    primary key (envelope, number)
);
comment on table exchange.piece is '发出信封的分片；收到回执以后删除';
alter table exchange.piece alter column content set storage external;

create table exchange.channel_out (
    receiver text not null,
    contract text not null,
    next_number bigint not null default 1,
    primary key (receiver, contract)
);
comment on table exchange.channel_out is '发出通道的下一个序号';

create table exchange.arrival (
    id uuid primary key,
    sender text not null,
    contract text not null,
    number bigint not null,
    kind text not null,
    purpose text not null,
    priority smallint not null,
    suite text not null,
    wrapped_secret bytea,
    size bigint not null,
    digest text not null,
    pieces integer not null,
    state text not null check (state in ('ARRIVING', 'WAITING', 'APPLIED', 'KEPT', 'REFUSED', 'EXPIRED', 'WITHDRAWN', 'FAILED')),
    created_at timestamptz not null,
    valid_until timestamptz not null,
    arrived_at timestamptz not null,
    due_at timestamptz not null,
    ended_at timestamptz,
    tries integer not null default 0,
    note_key text not null default '',
    note_args text[] not null default '{}',
    header bytea not null,
    signature bytea not null,
    key_id text not null,
    path text[] not null default '{}',
    receipt_due boolean not null default false,
    unique (sender, contract, number)
);
comment on table exchange.arrival is '收到的信封：每个只应用一次，按通道序号先后';
comment on column exchange.arrival.header is '发方签名的头，原样留存，供日后核验';
comment on column exchange.arrival.path is '经过的节点';
create index arrival_open on exchange.arrival (sender, contract, number) where state in ('ARRIVING', 'WAITING');
create index arrival_receipt_due on exchange.arrival (sender) where receipt_due;
create index arrival_newest on exchange.arrival (arrived_at desc, id);

create table exchange.arrived_piece (
    arrival uuid not null references exchange.arrival (id),
    number integer not null,
    content bytea not null,
    primary key (arrival, number)
);
comment on table exchange.arrived_piece is '收到的分片；应用以后删除';
alter table exchange.arrived_piece alter column content set storage external;

create table exchange.channel_in (
    sender text not null,
    contract text not null,
    next_number bigint not null default 1,
    last_arrived_at timestamptz,
    asked_at timestamptz,
    expected_seconds bigint,
    silence_told_at timestamptz,
    primary key (sender, contract)
);
comment on table exchange.channel_in is '收进通道：下一个要应用的序号，以及应当多久来一次';
comment on column exchange.channel_in.expected_seconds is '超过这么多秒没有来就提醒；空表示不提醒';

create table exchange.receipt_sheet (
    id uuid primary key,
    node text not null,
    content bytea not null,
    received_at timestamptz not null
);
comment on table exchange.receipt_sheet is '收方签名的回执单，一单可以含多个信封';

create table exchange.quarantine (
    id bigint generated always as identity primary key,
    source text not null,
    node text not null,
    fault text not null,
    content bytea not null,
    arrived_at timestamptz not null,
    state text not null check (state in ('WAITING', 'RELEASED', 'REJECTED')),
    decided_at timestamptz,
    decided_by text,
    why text not null default '',
    result text not null default ''
);
comment on table exchange.quarantine is '隔离区：摆渡进来而验不过的东西，连同原因';
create index quarantine_waiting on exchange.quarantine (id desc);

create table exchange.fault (
    day date not null,
    node text not null,
    fault text not null,
    times bigint not null,
    last_at timestamptz not null,
    primary key (day, node, fault)
);
comment on table exchange.fault is '拒收的次数，按天、按节点、按原因；来历不明的记在 ? 名下';

create table exchange.asked (
    id uuid primary key,
    at timestamptz not null
);
comment on table exchange.asked is '答复过的取件请求，防止重放';

create table exchange.note (
    id uuid primary key,
    node text not null,
    outgoing boolean not null,
    text text not null,
    author text not null,
    at timestamptz not null
);
comment on table exchange.note is '节点管理员之间的便条；编号与信封相同';
create index note_newest on exchange.note (at desc, id);
create index envelope_given_up on exchange.envelope (receiver) where state in ('EXPIRED', 'WITHDRAWN') and ended_at is null;
