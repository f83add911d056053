create table supervision.rule_set (
    version text primary key,
    name text not null,
    imported_at timestamptz not null
);

create table supervision.rule (
    version text not null references supervision.rule_set (version) on delete cascade,
    id text not null,
    number int not null,
    kind text not null,
    threshold int not null,
    level text,
    points numeric(4, 1) not null,
    name text not null,
    text text not null,
    source text not null,
    primary key (version, id)
);

comment on table supervision.rule_set is '监察规则的版本；最近导入的一版有效';
comment on table supervision.rule is '监察规则；发出的牌按发牌时的版本解释';
comment on column supervision.rule.threshold is '天数或者字数，看规则种类';

create table supervision.warning (
    id bigint generated always as identity primary key,
    rule_version text not null,
    rule_id text not null,
    case_number text not null,
    step text not null,
    title text not null,
    item_name text not null,
    division text not null,
    department text not null,
    due_on date not null,
    issued_at timestamptz not null,
    ended_at timestamptz,
    unique (case_number, step, due_on)
);

create index warning_open on supervision.warning (due_on) where ended_at is null;

comment on table supervision.warning is '到期提醒（预警）；同一时限、同一最迟日期只发一次';
comment on column supervision.warning.ended_at is '时限已经结束或者改变';

create table supervision.card (
    id bigint generated always as identity primary key,
    rule_version text not null,
    rule_id text not null,
    kind text not null,
    subject text not null,
    step text not null,
    title text not null,
    item_name text not null,
    division text not null,
    department text not null,
    level text not null,
    points numeric(4, 1) not null,
    started_on date,
    due_on date,
    statutory boolean not null,
    judged_on date not null,
    overdue_days int not null,
    issued_at timestamptz not null,
    appeal_until date not null,
    state text not null,
    replaced_by bigint,
    unique (kind, subject, step, level)
);

create index card_newest on supervision.card (issued_at desc);
create index card_department on supervision.card (department, issued_at desc);
create index card_subject on supervision.card (subject);

comment on table supervision.card is '黄牌、红牌；同一种规则、同一时限、同一等级只发一次';
comment on column supervision.card.subject is '办件编号或者投诉编号';
comment on column supervision.card.judged_on is '按事件时间判断的日期：仍在办的是判断当天，已办结的是办结那天';

create table supervision.card_event (
    id bigint generated always as identity primary key,
    card bigint not null references supervision.card (id),
    kind text not null,
    actor bigint,
    actor_name text not null,
    reason text not null,
    at timestamptz not null,
    audit_entry uuid not null
);

create index card_event_card on supervision.card_event (card, id);

comment on table supervision.card_event is '牌的经过：发出、督办、申诉、维持、撤回、恢复、被代替';

create table supervision.map_area (
    parent text not null,
    code text not null,
    name text not null,
    width int not null,
    height int not null,
    label_x int not null,
    label_y int not null,
    path text not null,
    primary key (parent, code)
);

comment on table supervision.map_area is '示意图：下级区划的轮廓（SVG 路径），演示数据，没有审图号';
