alter table casework.case_file drop constraint case_file_state_check;
alter table casework.case_file add constraint case_file_state_check
    check (state in ('FILED', 'SUPPLEMENTING', 'ACCEPTED', 'SUSPENDED', 'GRANTED', 'DELIVERED', 'DENIED', 'REFUSED', 'WITHDRAWN'));

create table casework.suspension (
    case_id      bigint      not null,
    serial       smallint    not null,
    ground       text        not null,
    title        text        not null,
    law          text        not null,
    reason       text        not null,
    started_at   timestamptz not null,
    started_on   date        not null,
    resume_on    date,
    started_by   bigint,
    started_name text        not null,
    ended_at     timestamptz,
    ended_on     date,
    ended_by     bigint,
    ended_name   text,
    outcome      text,
    primary key (case_id, serial),
    check ((ended_at is null) = (ended_on is null)),
    check (ended_on >= started_on)
) with (fillfactor = 85);
comment on table casework.suspension is '中止审批：整个办件停下来，各环节和整个办件都不计时，恢复之日起接着计算';
comment on column casework.suspension.ground is '中止事由的代码，事由清单见 casework/suspension-grounds.json';
comment on column casework.suspension.title is '中止事由，当时的写法';
comment on column casework.suspension.law is '依据，当时的写法';
comment on column casework.suspension.resume_on is '到哪天自动恢复；空即等办理人恢复';
comment on column casework.suspension.started_name is '决定中止的经办人';
comment on column casework.suspension.ended_name is '恢复的经办人；到期自动恢复的为空';
comment on column casework.suspension.outcome is '为什么恢复；随办件撤回一起结束的为空';
create unique index suspension_open_idx on casework.suspension (case_id) where ended_at is null;
create index suspension_resume_idx on casework.suspension (resume_on, case_id) where ended_at is null and resume_on is not null;

alter table casework.document drop constraint document_kind_check;
alter table casework.document add constraint document_kind_check
    check (kind in ('ACCEPTANCE_NOTICE', 'ACCEPTANCE_REFUSAL', 'SUPPLEMENT_NOTICE', 'SPECIAL_PROCEDURE_NOTICE',
        'EXTENSION_NOTICE', 'OPINION_REQUEST', 'OPINION_REPLY', 'COUNTERSIGN_SHEET', 'SUSPENSION_NOTICE',
        'RESUMPTION_NOTICE', 'GRANT', 'DENIAL'));
