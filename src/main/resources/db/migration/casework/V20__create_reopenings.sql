create table casework.reopening (
    case_id      bigint      not null,
    serial       smallint    not null,
    kind         text        not null check (kind in ('RECONSIDERATION', 'LITIGATION', 'SELF_CORRECTION')),
    document     text        not null,
    body         text        not null,
    dated_on     date        not null,
    reason       text        not null,
    steps        jsonb       not null,
    file         text        not null,
    file_name    text        not null,
    amount       text        check (amount ~ '^[0-9]+[wc]$'),
    before       text        not null check (before in ('GRANTED', 'DELIVERED', 'DENIED', 'REFUSED')),
    result       text,
    state        text        not null check (state in ('ASKED', 'CONFIRMED', 'REFUSED')),
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
comment on table casework.reopening is '重新办理：复议决定、判决撤销了原决定并责令重新作出，或者机关自行纠正，已经办结的办件重新办理';
comment on column casework.reopening.kind is '由来：行政复议、行政诉讼、自行纠错';
comment on column casework.reopening.document is '复议决定书、判决书或者撤销决定的文号';
comment on column casework.reopening.body is '作出该文书的机关';
comment on column casework.reopening.dated_on is '该文书的日期';
comment on column casework.reopening.steps is '重新办理的环节；不予受理的办件为空，改为受理';
comment on column casework.reopening.file is '登记时上传的文书';
comment on column casework.reopening.amount is '文书要求的期限：天数加单位，w 工作日，c 自然日；空即按办件流程的期限';
comment on column casework.reopening.before is '原来办结时的状态';
comment on column casework.reopening.result is '原来的结果证照编号';
comment on column casework.reopening.answer is '不同意的理由';
create unique index reopening_asked_idx on casework.reopening (case_id) where state = 'ASKED';
create index reopening_waiting_idx on casework.reopening (asked_at, case_id) where state = 'ASKED';

comment on column casework.case_file.decided_at is '最近一次决定的时间；重新办理期间为空';
comment on column casework.case_file.decided_on is '第一次决定之日：重新办理不改变第一次决定是否按时';

alter table casework.document drop constraint document_kind_check;
alter table casework.document add constraint document_kind_check
    check (kind in ('ACCEPTANCE_NOTICE', 'ACCEPTANCE_REFUSAL', 'SUPPLEMENT_NOTICE', 'SPECIAL_PROCEDURE_NOTICE',
        'EXTENSION_NOTICE', 'OPINION_REQUEST', 'OPINION_REPLY', 'COUNTERSIGN_SHEET', 'SUSPENSION_NOTICE',
        'RESUMPTION_NOTICE', 'VISIT_NOTICE', 'VISIT_RECORD', 'DEFERRAL_NOTICE', 'COMMITMENT',
        'REVOCATION_PROPOSAL', 'REOPENING_NOTICE', 'GRANT', 'DENIAL'));
