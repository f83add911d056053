create table casework.commitment (
    case_id      bigint      primary key,
    made_at      timestamptz not null,
    made_by      text        not null,
    terms        jsonb       not null,
    replaces     jsonb       not null,
    law          text        not null,
    check_by     date,
    task_serial  smallint,
    kept         boolean,
    finding      text,
    checked_at   timestamptz,
    checked_by   bigint,
    checked_name text,
    check ((checked_at is null) = (kept is null))
);
comment on table casework.commitment is '告知承诺：申请人承诺的内容、以此代替的材料，以及事后核查的结果';
comment on column casework.commitment.terms is '告知申请人并由其承诺的内容，逐条，受理时定下';
comment on column casework.commitment.replaces is '因承诺而不用交的材料';
comment on column casework.commitment.check_by is '最迟哪天核查；准予以后才有';
comment on column casework.commitment.task_serial is '核查的待办';
comment on column casework.commitment.kept is '核查结果：承诺属实；不属实的，建议撤销';

alter table casework.task drop constraint task_kind_check;
alter table casework.task add constraint task_kind_check
    check (kind in ('INTAKE', 'EXAMINE', 'DECIDE', 'OPINION', 'SIGN', 'VISIT', 'CHECK'));
comment on column casework.task.kind is '环节的用途：收件、审查、决定；OPINION 为答复征求意见，SIGN 为会签，VISIT 为写踏勘意见，CHECK 为告知承诺的事后核查，都不是流程的环节';
