create table casework.added_step (
    case_id    bigint      not null,
    serial     smallint    not null,
    step       text        not null,
    title      text        not null,
    kind       text        not null check (kind in ('INTAKE', 'EXAMINE')),
    department text        not null,
    committed  text        not null check (committed ~ '^[0-9]+[wc]$'),
    place      text        not null check (place in ('FIRST', 'BEFORE', 'BESIDE')),
    anchor     text        not null,
    state      text        not null check (state in ('BOUND', 'TAKEN_BACK', 'DROPPED')),
    gone_after smallint,
    reason     text        not null,
    added_at   timestamptz not null,
    added_by   bigint,
    added_name text        not null,
    ended_at   timestamptz,
    ended_by   bigint,
    ended_name text,
    primary key (case_id, serial),
    check ((state = 'BOUND') = (ended_at is null)),
    check ((state = 'BOUND') = (gone_after is null))
) with (fillfactor = 85);
comment on table casework.added_step is '本办件在流程之外另加的环节：加办的，以及退回收件后的复核；流程的版本不变';
comment on column casework.added_step.step is '环节键，以冒号开头，流程里没有这样的键';
comment on column casework.added_step.committed is '承诺时限：天数加单位，w 工作日，c 自然日';
comment on column casework.added_step.place is '加在哪里：FIRST 在 anchor 所在一路的最前面，BEFORE 紧接在 anchor 之前，BESIDE 与 anchor 并行';
comment on column casework.added_step.anchor is '参照的环节';
comment on column casework.added_step.state is '有效、已收回、被更早的退回替代';
comment on column casework.added_step.gone_after is '不再有效时已加到第几个；后加的按当时的位置放';
comment on column casework.added_step.reason is '为什么；只给工作人员看';

alter table casework.case_file add column amended boolean;
comment on column casework.case_file.amended is '有另加的环节；空即没有，按流程的版本办理';

comment on column casework.task.recalled is '不再作数：决定被撤回，或者办件退回到更早的环节';
comment on column casework.task.done_at is '办结时间；state 为 CANCELED 的，是被经办人退回的时间';
