create table feedback.rating (
    case_number text primary key,
    item_name text not null,
    department text not null,
    rated_by bigint not null,
    satisfaction smallint not null,
    aspects text[] not null,
    text text not null,
    rated_at timestamptz not null,
    follow_up_due_on date,
    answer text,
    answered_at timestamptz,
    answered_by text
);

create index rating_follow_up on feedback.rating (department, follow_up_due_on)
where follow_up_due_on is not null;

comment on table feedback.rating is '好差评：一次办理一条，没有评价的不计入';
comment on column feedback.rating.satisfaction is '满意度，GB/T 39046-2020 表 A.8：1 非常满意 … 5 非常不满意';
comment on column feedback.rating.follow_up_due_on is '差评整改最迟日期，只有差评才有';

create table feedback.complaint (
    number text primary key,
    filed_on date not null,
    serial int not null,
    token uuid not null,
    about text,
    department text not null,
    complainant bigint not null,
    text text not null,
    contact text not null,
    state text not null,
    filed_at timestamptz not null,
    due_on date,
    accepted_at timestamptz,
    reply text,
    ended_at timestamptz,
    handled_by text,
    unique (filed_on, serial),
    unique (complainant, token)
);

create index complaint_open on feedback.complaint (due_on, department) where state in ('FILED', 'ACCEPTED');
create index complaint_mine on feedback.complaint (complainant, filed_at desc);

comment on table feedback.complaint is '投诉及答复';
comment on column feedback.complaint.due_on is '下一步最迟日期：先是决定是否受理，再是答复';
