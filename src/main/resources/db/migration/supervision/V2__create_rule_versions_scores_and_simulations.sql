alter table supervision.rule_set add column state text not null default 'APPROVED'
    check (state in ('DRAFT', 'PROPOSED', 'APPROVED'));
alter table supervision.rule_set add column valid_from date;
alter table supervision.rule_set add column based_on text;
alter table supervision.rule_set add column drafted_by bigint;
alter table supervision.rule_set add column drafted_name text not null default '';
alter table supervision.rule_set add column decided_by bigint;
alter table supervision.rule_set add column decided_name text not null default '';
alter table supervision.rule_set add column decided_at timestamptz;
alter table supervision.rule_set add column words text not null default '';
update supervision.rule_set set valid_from = least(date '2026-01-01', imported_at::date);
alter table supervision.rule_set alter column valid_from set not null;
alter table supervision.rule_set add check (state = 'DRAFT' or decided_by is null or decided_by <> drafted_by);

comment on table supervision.rule_set is '监察规则的版本：起草、报批、批准，自某日起施行；已经施行的不再改';
comment on column supervision.rule_set.valid_from is '自这一天起施行，到下一版施行为止；按事件发生的日期适用';
comment on column supervision.rule_set.words is '退回时的意见';

alter table supervision.card add column counts_on date;
update supervision.card set counts_on = judged_on;
alter table supervision.card alter column counts_on set not null;
create index card_counts on supervision.card (counts_on, department);

comment on column supervision.card.counts_on is '计入哪一天：按事件时间第一次够得上这条规则的那天，决定计入哪个月';

create table supervision.manual_point (
    id bigint generated always as identity primary key,
    month date not null check (extract(day from month) = 1),
    department text not null,
    points numeric(4, 1) not null check (points <> 0),
    reason text not null,
    by_id bigint not null,
    by_name text not null,
    at timestamptz not null,
    audit_entry uuid not null,
    withdrawn_at timestamptz,
    withdrawn_name text,
    withdrawn_reason text
);
create index manual_point_month on supervision.manual_point (month, department);

comment on table supervision.manual_point is '人工加减分，附理由；当月冻结以前可以撤销';

create table supervision.score_month (
    month date primary key check (extract(day from month) = 1),
    frozen_at timestamptz not null,
    frozen_on date not null,
    frozen_by bigint not null,
    frozen_name text not null,
    base numeric(5, 1) not null,
    audit_entry uuid not null
);

comment on table supervision.score_month is '已经冻结的月份；冻结以后不再重算，以后的改变在下一个未冻结的月份更正';
comment on column supervision.score_month.frozen_on is '判断到这一天为止';

create table supervision.score (
    month date not null references supervision.score_month (month),
    department text not null,
    points numeric(7, 1) not null,
    score numeric(7, 1) not null,
    primary key (month, department)
);

comment on table supervision.score is '冻结的得分';

create table supervision.score_line (
    month date not null,
    department text not null,
    serial int not null,
    kind text not null check (kind in ('CARD', 'CORRECTION', 'MANUAL')),
    points numeric(5, 1) not null,
    counts_on date not null,
    card bigint references supervision.card (id),
    manual bigint references supervision.manual_point (id),
    of_month date,
    primary key (month, department, serial),
    foreign key (month, department) references supervision.score (month, department)
);
create index score_line_card on supervision.score_line (card) where card is not null;

comment on table supervision.score_line is '冻结的得分由哪些项相加而成';
comment on column supervision.score_line.of_month is '更正的是哪个已冻结的月份';

create table supervision.simulation (
    id bigint generated always as identity primary key,
    version text not null,
    against text not null,
    from_on date not null,
    to_on date not null,
    started_by bigint not null,
    started_name text not null,
    started_at timestamptz not null,
    work bigint
);

comment on table supervision.simulation is '规则试算：用过去的事件算，不发牌';

create table supervision.simulated_charge (
    simulation bigint not null references supervision.simulation (id) on delete cascade,
    month date not null,
    side text not null check (side in ('TRIED', 'IN_FORCE')),
    rule_version text not null,
    rule_id text not null,
    subject text not null,
    step text not null,
    thing text not null,
    item_name text not null,
    department text not null,
    level text not null,
    points numeric(4, 1) not null,
    counts_on date not null
);
create index simulated_charge_simulation on supervision.simulated_charge (simulation, department, rule_id);

comment on column supervision.simulated_charge.thing is '同一件事在两边比较时用的键';
comment on table supervision.simulated_charge is '试算出来的牌：新规则一边，当时有效的规则一边';
