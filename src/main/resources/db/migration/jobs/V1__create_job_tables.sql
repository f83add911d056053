create table jobs.scheduled_task (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures int,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);

create index scheduled_task_execution_time on jobs.scheduled_task (execution_time);
create index scheduled_task_last_heartbeat on jobs.scheduled_task (last_heartbeat);

comment on table jobs.scheduled_task is '调度表：各实例共用，由 db-scheduler 读写';

create table jobs.recurring_run (
    name text primary key,
    started_at timestamptz not null,
    took_millis bigint not null,
    failed boolean not null,
    note_key text not null,
    note_args text[] not null
);

comment on table jobs.recurring_run is '定时任务最近一次的结果';

create table jobs.long_work (
    id bigint generated always as identity primary key,
    kind text not null,
    title_key text not null,
    title_args text[] not null,
    input text not null,
    state text not null,
    total bigint not null default 0,
    done bigint not null default 0,
    set_aside bigint not null default 0,
    message_key text,
    message_args text[],
    cancel_asked boolean not null default false,
    started_by text,
    created_at timestamptz not null,
    started_at timestamptz,
    ended_at timestamptz
);

comment on table jobs.long_work is '长任务及其进度';
comment on column jobs.long_work.set_aside is '与要求不符、留下待查的条数';
