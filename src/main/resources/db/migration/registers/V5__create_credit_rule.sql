create table registers.credit_rule (
    act text not null check (act in ('PUBLISH', 'OBJECTION', 'REPAIR', 'LEAST_PUBLIC')),
    valid_from date not null,
    amount integer not null check (amount between 0 and 365),
    unit text not null check (unit in ('WORKING_DAYS', 'MONTHS')),
    basis text not null,
    primary key (act, valid_from)
);

comment on table registers.credit_rule is '双公示的期限：按事项和施行日期，来自地区包';
comment on column registers.credit_rule.act is 'PUBLISH 决定后多久内公示，OBJECTION 异议多久内答复，REPAIR 信用修复多久内答复，LEAST_PUBLIC 处罚至少公示多久';
comment on column registers.credit_rule.basis is '依据';
