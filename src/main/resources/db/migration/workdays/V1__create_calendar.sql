create table workdays.calendar_day (
    day date primary key,
    kind text not null constraint calendar_day_kind_known check (kind in ('OFF', 'WORK')),
    name text not null,
    source text not null,
    edited boolean not null,
    changed_at timestamptz not null
);
comment on table workdays.calendar_day is '节假日与调休：与星期不同或经通知确认的日子，其余按星期';
comment on column workdays.calendar_day.kind is 'OFF 放假，WORK 上班';
comment on column workdays.calendar_day.source is '通知的网址，或手工修改的理由';
comment on column workdays.calendar_day.edited is '是否手工修改；手工修改的日子不被导入覆盖';

create sequence workdays.calendar_version_number;
create table workdays.calendar_version (
    single boolean primary key default true constraint calendar_version_single check (single),
    version bigint not null
);
comment on table workdays.calendar_version is '日历版本，只有一行；各实例据此发现日历有变';
insert into workdays.calendar_version (version) values (nextval('workdays.calendar_version_number'));

create table workdays.calendar_edit (
    id bigint generated always as identity primary key,
    kind text constraint calendar_edit_kind_known check (kind in ('OFF', 'WORK')),
    name text not null,
    reason text not null,
    edited_by text not null,
    edited_at timestamptz not null,
    undoes bigint constraint calendar_edit_undoes_unique unique references workdays.calendar_edit (id)
);
comment on table workdays.calendar_edit is '日历的手工修改';
comment on column workdays.calendar_edit.kind is '改成放假或上班；空表示恢复按星期';
comment on column workdays.calendar_edit.undoes is '撤销的是哪一次修改';

create table workdays.calendar_edit_day (
    calendar_edit_id bigint not null references workdays.calendar_edit (id),
    day date not null,
    before_kind text,
    before_name text,
    before_source text,
    before_edited boolean,
    primary key (calendar_edit_id, day)
);
comment on table workdays.calendar_edit_day is '一次修改涉及的日子和修改前的样子，供撤销';
create index calendar_edit_day_day_idx on workdays.calendar_edit_day (day);
