create table casework.extension (
    case_id      bigint      not null,
    serial       smallint    not null,
    step         text        not null,
    step_title   text        not null,
    department   text        not null,
    amount       text        not null check (amount ~ '^[0-9]+[wc]$'),
    law          text        not null,
    reason       text        not null,
    state        text        not null check (state in ('ASKED', 'APPROVED', 'REFUSED')),
    asked_at     timestamptz not null,
    asked_by     bigint,
    asked_name   text        not null,
    decided_at   timestamptz,
    decided_by   bigint,
    decided_name text,
    answer       text,
    primary key (case_id, serial),
    check ((state = 'ASKED') = (decided_at is null))
) with (fillfactor = 85);
comment on table casework.extension is '延长审批（行政许可法第四十二条，GB/T 39046 附录 A.7 代码 1）：一个时限只能批准延长一次';
comment on column casework.extension.step is '延长哪个时限：环节，整个办件的为空';
comment on column casework.extension.department is '由哪个部门的负责人批准：环节的办理部门，整个办件的为牵头部门';
comment on column casework.extension.amount is '延长多久：天数加单位，w 工作日，c 自然日';
comment on column casework.extension.answer is '不批准的理由';
create index extension_asked_idx on casework.extension (department, asked_at, case_id, serial) where state = 'ASKED';
create unique index extension_once_idx on casework.extension (case_id, step) where state in ('ASKED', 'APPROVED');
