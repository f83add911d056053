create table appointments.hall (
    code text primary key,
    name text not null,
    address text not null,
    department text not null,
    days_ahead int not null,
    most_open int not null,
    most_missed int not null,
    missed_days int not null
);

comment on table appointments.hall is '可以预约和取号的大厅';
comment on column appointments.hall.days_ahead is '最多提前几天预约';
comment on column appointments.hall.most_open is '一个人在这个大厅最多同时有几个预约';
comment on column appointments.hall.most_missed is '近期失约达到几次就不能再预约';
comment on column appointments.hall.missed_days is '失约从今天往前算多少天';

create table appointments.business (
    hall text not null references appointments.hall,
    code text not null,
    letter text not null,
    name text not null,
    hours text not null,
    minutes int not null,
    capacity int not null,
    primary key (hall, code)
);

comment on table appointments.business is '大厅的业务类型：时段和每个时段的预约名额';
comment on column appointments.business.letter is '排队号的字母';
comment on column appointments.business.hours is '办理时间，如 09:00-12:00,13:00-17:00';
comment on column appointments.business.minutes is '一个时段多少分钟';

create table appointments.appointment (
    code text primary key,
    hall text not null,
    business text not null,
    day date not null,
    starts time not null,
    account bigint not null,
    state text not null,
    made_at timestamptz not null
);

create index appointment_slot on appointments.appointment (hall, business, day, starts);
create index appointment_account on appointments.appointment (account, day desc);

comment on table appointments.appointment is '预约';
comment on column appointments.appointment.state is 'BOOKED 已预约，ARRIVED 已到，CANCELED 已取消；过了日子还是 BOOKED 的算失约';

create table appointments.ticket (
    id bigint generated always as identity primary key,
    hall text not null,
    business text not null,
    day date not null,
    number text not null,
    appointment text unique,
    state text not null,
    counter text,
    taken_at timestamptz not null,
    called_at timestamptz,
    calls int not null default 0,
    ended_at timestamptz,
    unique (hall, day, number)
);

create index ticket_waiting on appointments.ticket (hall, day, state);

comment on table appointments.ticket is '排队号：预约到场或者现场取号';
comment on column appointments.ticket.state is 'WAITING 等候，CALLED 已叫，DONE 办完，SKIPPED 过号';
