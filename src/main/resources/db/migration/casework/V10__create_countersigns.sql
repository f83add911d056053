alter table casework.task drop constraint task_kind_check;
alter table casework.task add constraint task_kind_check check (kind in ('INTAKE', 'EXAMINE', 'DECIDE', 'OPINION', 'SIGN'));
comment on column casework.task.kind is '环节的用途：收件、审查、决定；OPINION 为答复征求意见，SIGN 为会签，都不是流程的环节';

alter table casework.opinion add column countersign smallint;
alter table casework.opinion add column needed smallint;
alter table casework.opinion add column signer bigint;
alter table casework.opinion add constraint opinion_countersign_check check ((countersign is null) = (needed is null));
comment on column casework.opinion.countersign is '会签的第几次，同一次的各签各占一行；空即征求意见';
comment on column casework.opinion.needed is '这次会签要几个同意才算通过';
comment on column casework.opinion.signer is '请哪位同事会签；空即请部门会签';

alter table casework.document drop constraint document_kind_check;
alter table casework.document add constraint document_kind_check
    check (kind in ('ACCEPTANCE_NOTICE', 'ACCEPTANCE_REFUSAL', 'SUPPLEMENT_NOTICE', 'SPECIAL_PROCEDURE_NOTICE',
        'EXTENSION_NOTICE', 'OPINION_REQUEST', 'OPINION_REPLY', 'COUNTERSIGN_SHEET', 'GRANT', 'DENIAL'));
