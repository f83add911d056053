create table crossing.passage (
    case_number  text        primary key,
    node         text        not null,
    handled_here boolean     not null,
    waiting      boolean     not null,
    envelope     uuid,
    sent_at      timestamptz,
    heard_at     timestamptz
);
comment on table crossing.passage is '跨节点办理的办件';
comment on column crossing.passage.node is '对方节点代码';
comment on column crossing.passage.handled_here is '由本节点办理、对方收件；否则本节点收件、对方办理';
comment on column crossing.passage.waiting is '对方节点尚未接入，等待补发';
comment on column crossing.passage.envelope is '最近发出的信封';
comment on column crossing.passage.heard_at is '最近收到对方消息的时间';
create index passage_waiting_idx on crossing.passage (case_number) where waiting;

create table crossing.file (
    case_number text not null,
    here        text not null,
    there       text not null,
    primary key (case_number, here)
);
comment on table crossing.file is '随办件过网的文件：本节点编号和对方编号，每个文件只传一次';
comment on column crossing.file.there is '对方节点的文件编号；为空即由本节点发出，对方沿用本节点编号回传';

create table crossing.report (
    number      text        primary key,
    node        text        not null,
    item_code   text        not null,
    item_name   text        not null,
    division    text        not null,
    department  text        not null,
    state       text        not null,
    filed_at    timestamptz not null,
    accepted_on date,
    due_on      date,
    clock       text        not null,
    decided_at  timestamptz,
    granted     boolean,
    closed_at   timestamptz,
    moved_at    timestamptz not null
);
comment on table crossing.report is '分中心上报的办件，不含个人信息；由上报节点维护，本节点不改';
comment on column crossing.report.node is '上报节点代码';
comment on column crossing.report.moved_at is '办件在上报节点变动的时间；旧的不覆盖新的';
create index report_filed_idx on crossing.report (filed_at desc, number desc);
