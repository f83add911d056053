create table registers.credit_request (
    id bigint generated always as identity primary key,
    entry text not null,
    kind text not null check (kind in ('OBJECTION', 'REPAIR')),
    reason text not null,
    filed_by bigint not null,
    filed_by_name text not null,
    filed_at timestamptz not null,
    due_on date not null,
    state text not null check (state in ('OPEN', 'GRANTED', 'REFUSED')),
    answer text,
    answered_by text,
    answered_at timestamptz
);

create unique index credit_request_open on registers.credit_request (entry, kind) where state = 'OPEN';
create index credit_request_due on registers.credit_request (due_on, id) where state = 'OPEN';
create index credit_request_filer on registers.credit_request (filed_by, id);

comment on table registers.credit_request is '对公示信息的异议和信用修复申请';
comment on column registers.credit_request.entry is '公示编号';
comment on column registers.credit_request.due_on is '最迟答复日';
