create table jobs.schedule_choice (
    name text primary key,
    schedule text,
    paused boolean not null default false,
    chosen_by text not null,
    chosen_at timestamptz not null
);

comment on table jobs.schedule_choice is '管理员改过的时间安排；没有的行按程序里的安排';
comment on column jobs.schedule_choice.schedule is '如 working-days 08:30；空表示时间没改，只是暂停';

create table jobs.failure (
    id bigint generated always as identity primary key,
    work bigint,
    job text,
    reference text not null,
    words_key text not null,
    words_args text[] not null,
    stack text not null,
    failed_at timestamptz not null,
    constraint failure_of_work_or_job check ((work is null) <> (job is null))
);

create index failure_work on jobs.failure (work, id desc) where work is not null;
create index failure_job on jobs.failure (job, id desc) where job is not null;

comment on table jobs.failure is '每次失败：给人看的原因和给管理员看的调用栈';

alter table jobs.recurring_run add column failures_in_a_row int not null default 0;
alter table jobs.long_work add column attempts int not null default 0;

create index long_work_state on jobs.long_work (state, id desc);
