create table notice.message (
    id bigint generated always as identity primary key,
    recipient bigint not null,
    template text not null,
    args text[] not null,
    link text,
    once text,
    sent_at timestamptz not null,
    read_at timestamptz
);

create index message_recipient on notice.message (recipient, id desc);
create index message_unread on notice.message (recipient) where read_at is null;
create unique index message_once on notice.message (recipient, once) where once is not null;

comment on table notice.message is '站内消息';
comment on column notice.message.template is '文字模板：消息文件里的键，加 .title 和 .body';
comment on column notice.message.once is '同一收件人、同一个值只发一次';

create table notice.mail_address (
    account bigint primary key,
    address text not null,
    kept_at timestamptz not null
);

comment on table notice.mail_address is '用户自己留下的通知邮箱';

create table notice.mail (
    id bigint generated always as identity primary key,
    recipient bigint not null,
    address text not null,
    template text not null,
    args text[] not null,
    link text,
    state text not null,
    attempts int not null default 0,
    created_at timestamptz not null,
    next_at timestamptz not null,
    ended_at timestamptz,
    answer text
);

create index mail_waiting on notice.mail (next_at) where state in ('WAITING', 'SENDING');

comment on table notice.mail is '发件箱：待发、在发和已发的邮件，每封一行';
comment on column notice.mail.answer is '邮件服务器最后的回答（回执或者拒绝的理由）';
