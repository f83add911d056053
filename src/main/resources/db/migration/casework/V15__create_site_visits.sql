alter table casework.task drop constraint task_kind_check;
alter table casework.task add constraint task_kind_check
    check (kind in ('INTAKE', 'EXAMINE', 'DECIDE', 'OPINION', 'SIGN', 'VISIT'));
comment on column casework.task.kind is '环节的用途：收件、审查、决定；OPINION 为答复征求意见，SIGN 为会签，VISIT 为写踏勘意见，都不是流程的环节';

create table casework.site_visit (
    case_id      bigint      not null,
    serial       smallint    not null,
    state        text        not null check (state in ('PLANNED', 'CALLED_OFF', 'CLOSED')),
    held_on      date        not null,
    starts_at    text        not null check (starts_at ~ '^[0-2][0-9]:[0-5][0-9]$'),
    place        text        not null,
    purpose      text        not null,
    department   text        not null,
    notices      smallint    not null default 1,
    planned_at   timestamptz not null,
    planned_by   bigint,
    planned_name text        not null,
    words        text,
    ended_at     timestamptz,
    ended_by     bigint,
    ended_name   text,
    primary key (case_id, serial),
    check ((state = 'PLANNED') = (ended_at is null))
) with (fillfactor = 85);
comment on table casework.site_visit is '联合踏勘：几个部门一起到现场核查（行政许可法第三十四条），期限照常计算';
comment on column casework.site_visit.department is '牵头的部门';
comment on column casework.site_visit.starts_at is '几点开始，如 09:30';
comment on column casework.site_visit.notices is '给申请人发过几份通知：安排、改期、取消各一份';
comment on column casework.site_visit.words is '最近一次改期的原因，或者取消、提前结束的原因';
create index site_visit_day_idx on casework.site_visit (held_on, case_id, serial);

create table casework.site_visit_party (
    case_id     bigint   not null,
    serial      smallint not null,
    department  text     not null,
    task_serial smallint not null,
    people      jsonb    not null,
    result      text     check (result in ('FITS', 'TO_MEND', 'UNFIT')),
    words       text,
    files       jsonb    not null default '[]',
    found_at    timestamptz,
    found_by    bigint,
    found_name  text,
    primary key (case_id, serial, department),
    check ((result is null) = (found_at is null))
) with (fillfactor = 85);
comment on table casework.site_visit_party is '参加踏勘的部门、人员和踏勘意见';
comment on column casework.site_visit_party.task_serial is '写踏勘意见的待办';
comment on column casework.site_visit_party.people is '参加的人员：账号和姓名';
comment on column casework.site_visit_party.result is '符合、整改后符合、不符合';
comment on column casework.site_visit_party.files is '现场照片和文件';
create index site_visit_party_idx on casework.site_visit_party (department, case_id, serial);

alter table casework.document drop constraint document_kind_check;
alter table casework.document add constraint document_kind_check
    check (kind in ('ACCEPTANCE_NOTICE', 'ACCEPTANCE_REFUSAL', 'SUPPLEMENT_NOTICE', 'SPECIAL_PROCEDURE_NOTICE',
        'EXTENSION_NOTICE', 'OPINION_REQUEST', 'OPINION_REPLY', 'COUNTERSIGN_SHEET', 'SUSPENSION_NOTICE',
        'RESUMPTION_NOTICE', 'VISIT_NOTICE', 'VISIT_RECORD', 'GRANT', 'DENIAL'));
