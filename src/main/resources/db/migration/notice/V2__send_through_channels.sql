-- Messages: written at once, spread to the reader's channels later
alter table notice.message
    add column spread boolean not null default true,
    add column template_version int not null default 0,
    add column urgent boolean not null default false,
    add column passed_on_from bigint,
    add column escalate_at timestamptz,
    add column escalations int not null default 0;
alter table notice.message alter column spread set default false;

create index message_to_spread on notice.message (id) where not spread;
create index message_to_escalate on notice.message (escalate_at) where escalate_at is not null and read_at is null;

comment on column notice.message.spread is '是否已经按收件人的提醒方式分发';
comment on column notice.message.template_version is '发出时的模板版本；0 是程序自带的文字';
comment on column notice.message.passed_on_from is '没有人确认、转给代理人时，原收件人';
comment on column notice.message.escalate_at is '到这时还没有人确认，就换一种方式或者转给代理人';

-- Deliveries: one row for each message and channel
alter table notice.mail rename to delivery;
drop index notice.mail_waiting;
alter table notice.delivery
    add column message bigint,
    add column channel text not null default 'MAIL',
    add column template_version int not null default 0,
    add column urgent boolean not null default false,
    add column secret boolean not null default false,
    add column sent_at timestamptz,
    add column delivered_at timestamptz,
    add column provider_id text;
alter table notice.delivery alter column recipient drop not null;
update notice.delivery set sent_at = ended_at where state = 'SENT';

create index delivery_waiting on notice.delivery (channel, next_at) where state in ('WAITING', 'SENDING', 'UNSURE');
create index delivery_state on notice.delivery (state, id desc);
create index delivery_message on notice.delivery (message) where message is not null;
create index delivery_provider on notice.delivery (channel, provider_id) where provider_id is not null;

comment on table notice.delivery is '发送记录：每条消息、每种方式一行';
comment on column notice.delivery.provider_id is '短信中心或网关给的编号，用来对回执';
comment on column notice.delivery.secret is '发出以后不保留内容：验证码、找回密码的链接';
comment on column notice.delivery.recipient is '收件人账号；给系统接口和测试地址的没有';

create table notice.delivery_event (
    id bigint generated always as identity primary key,
    delivery bigint not null,
    state text not null,
    words text,
    at timestamptz not null
);

create index delivery_event_delivery on notice.delivery_event (delivery, id);

comment on table notice.delivery_event is '每次发送经过：排队、发出、推迟、送达、失败，带对方的回答';

create table notice.short_message_part (
    provider_id text primary key,
    delivery bigint not null,
    part int not null,
    arrived boolean
);

create index short_message_part_delivery on notice.short_message_part (delivery);

comment on table notice.short_message_part is '长短信的每一段在短信中心的编号';

create table notice.unmatched_receipt (
    id bigint generated always as identity primary key,
    channel text not null,
    provider_id text not null,
    state text not null,
    received_at timestamptz not null
);

comment on table notice.unmatched_receipt is '对不上任何发送记录的回执';

create table notice.used_signature (
    signature text primary key,
    used_at timestamptz not null
);

comment on table notice.used_signature is '回执回调用过的签名，防止重放';

-- Where people want to be reached
create table notice.contact (
    account bigint not null,
    channel text not null,
    address text not null,
    enabled boolean not null default true,
    verified_at timestamptz not null,
    primary key (account, channel)
);

insert into notice.contact (account, channel, address, verified_at)
select account, 'MAIL', address, kept_at
from notice.mail_address;

drop table notice.mail_address;

comment on table notice.contact is '我的提醒方式：核对过的邮箱、手机号';

create table notice.contact_code (
    account bigint not null,
    channel text not null,
    address text not null,
    code_hash text not null,
    sent_at timestamptz not null,
    expires_at timestamptz not null,
    tries int not null default 0,
    sendings int not null default 1,
    primary key (account, channel)
);

comment on table notice.contact_code is '还没有核对的地址和验证码（只存杂凑值）';

create table notice.preference (
    account bigint primary key,
    language text not null default 'zh',
    deputy bigint,
    changed_at timestamptz not null
);

comment on table notice.preference is '消息的语言，和没有确认时转给谁';

-- Templates
create table notice.template (
    code text not null,
    version int not null,
    title_zh text not null,
    body_zh text not null,
    title_en text not null,
    body_en text not null,
    urgent boolean not null,
    escalate_minutes int,
    state text not null,
    edited_by text not null,
    edited_at timestamptz not null,
    published_by text,
    published_at timestamptz,
    primary key (code, version),
    constraint template_state check (state in ('DRAFT', 'PUBLISHED', 'RETIRED'))
);

create unique index template_published on notice.template (code) where state = 'PUBLISHED';
create unique index template_draft on notice.template (code) where state = 'DRAFT';

comment on table notice.template is '改过的消息模板，每次发布一个版本';
