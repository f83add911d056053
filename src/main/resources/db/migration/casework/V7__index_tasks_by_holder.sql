-- 「我手上的」不必翻遍本部门的全部待办
create index task_holder_idx on casework.task (holder, sort_on, case_id, serial)
    where state in ('OPEN', 'WAITING') and holder is not null;
