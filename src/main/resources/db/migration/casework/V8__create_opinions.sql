alter table casework.task drop constraint task_kind_check;
alter table casework.task add constraint task_kind_check check (kind in ('INTAKE', 'EXAMINE', 'DECIDE', 'OPINION'));
comment on column casework.task.kind is '环节的用途：收件、审查、决定；OPINION 为答复征求意见，不是流程的环节，不影响办理结果';

create table casework.opinion (
    case_id        bigint      not null,
    serial         smallint    not null,
    task_serial    smallint    not null,
    for_task       smallint    not null,
    step_title     text        not null,
    asking         text        not null,
    department     text        not null,
    question       text        not null,
    due_on         date        not null,
    state          text        not null check (state in ('ASKED', 'ANSWERED', 'TAKEN_BACK', 'LAPSED')),
    asked_at       timestamptz not null,
    asked_by       bigint,
    asked_name     text        not null,
    stance         text        check (stance in ('AGREE', 'CONDITIONS', 'DISAGREE', 'NOT_CONCERNED')),
    words          text,
    ended_at       timestamptz,
    ended_by       bigint,
    ended_name     text,
    primary key (case_id, serial),
    check ((state = 'ASKED') = (ended_at is null)),
    check ((state = 'ANSWERED') = (stance is not null))
) with (fillfactor = 85);
comment on table casework.opinion is '征求意见：办理环节的部门问其他部门，期限照常计算，答复不改变流程';
comment on column casework.opinion.task_serial is '被征求部门的待办';
comment on column casework.opinion.for_task is '为哪个环节征求；该环节办结或者取消时随之结束';
comment on column casework.opinion.asking is '征求意见的部门';
comment on column casework.opinion.department is '被征求意见的部门；机构改革后为承接的部门';
comment on column casework.opinion.due_on is '请于哪天以前答复：工作日，不晚于环节自己的最迟日';
comment on column casework.opinion.state is '等待答复、已答复、已收回、随环节结束';
comment on column casework.opinion.stance is '同意、附条件同意、不同意、不涉及本部门';
create index opinion_asked_idx on casework.opinion (department) where state = 'ASKED';

alter table casework.document drop constraint document_kind_check;
alter table casework.document add constraint document_kind_check
    check (kind in ('ACCEPTANCE_NOTICE', 'ACCEPTANCE_REFUSAL', 'SUPPLEMENT_NOTICE', 'SPECIAL_PROCEDURE_NOTICE',
        'EXTENSION_NOTICE', 'OPINION_REQUEST', 'OPINION_REPLY', 'GRANT', 'DENIAL'));
