create table casework.special_procedure (
    case_id      bigint      not null,
    serial       smallint    not null,
    task_serial  smallint    not null,
    step         text        not null,
    step_title   text        not null,
    kind         text        not null check (kind in ('HEARING', 'BIDDING', 'AUCTION', 'INSPECTION', 'TESTING',
                                 'QUARANTINE', 'APPRAISAL', 'EXPERT_REVIEW')),
    reason       text        not null,
    department   text        not null,
    started_at   timestamptz not null,
    started_on   date        not null,
    expected_on  date        not null,
    started_by   bigint,
    started_name text        not null,
    ended_at     timestamptz,
    ended_on     date,
    ended_by     bigint,
    ended_name   text,
    result       text,
    opinion      text,
    primary key (case_id, serial),
    check ((ended_at is null) = (ended_on is null)),
    check (ended_on >= started_on)
) with (fillfactor = 85);
comment on table casework.special_procedure is '特别程序（行政许可法第四十五条，GB/T 39046 附录 A.7 代码 2）：进行期间不计入办理期限';
comment on column casework.special_procedure.task_serial is '启动特别程序的环节；同一环节同时只有一个在进行';
comment on column casework.special_procedure.department is '办理单位';
comment on column casework.special_procedure.expected_on is '书面告知申请人的预计结束日';
comment on column casework.special_procedure.started_name is '特别程序申请人，即启动的经办人';
comment on column casework.special_procedure.ended_name is '结束的经办人；办件撤回或者不再需要时随之结束的，为当时的办理人';
comment on column casework.special_procedure.result is '特别程序结果；随办件一起结束的为空';
comment on column casework.special_procedure.opinion is '办理意见';
create unique index special_procedure_open_idx on casework.special_procedure (case_id, task_serial) where ended_at is null;

alter table casework.case_file add column limits_moved boolean;
comment on column casework.case_file.limits_moved is '期限停止过或者延长过：以 clock 表为准，不能再从流程重新算；空即没有';
