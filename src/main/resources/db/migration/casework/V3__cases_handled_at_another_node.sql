alter table casework.case_file add column handled_at text;
comment on column casework.case_file.handled_at is '办理节点代码；为空即由本节点办理，否则本节点只收件和反馈，内容以办理节点发来的为准';

alter table casework.task drop constraint task_state_check;
alter table casework.task add constraint task_state_check
    check (state in ('OPEN', 'WAITING', 'DONE', 'CANCELED', 'ELSEWHERE'));
