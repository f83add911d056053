create table casework.form (
    key        text        not null,
    version    text        not null,
    source     text        not null,
    current    boolean     not null,
    created_at timestamptz not null,
    primary key (key, version)
);
comment on table casework.form is '申请表的各个版本；草稿和办件保留其填写时的版本';

create table casework.procedure (
    id         integer     generated always as identity primary key,
    key        text        not null,
    version    integer     not null,
    source     text        not null,
    current    boolean     not null,
    created_at timestamptz not null,
    constraint procedure_version_unique unique (key, version)
);
comment on table casework.procedure is '办理流程的各个版本；办件始终按收件时的版本办理';

create table casework.draft (
    id           bigint      generated always as identity primary key,
    version      integer     not null default 1,
    procedure_id integer     not null references casework.procedure (id),
    item_code    text        not null,
    form_key     text        not null,
    form_version text        not null,
    division     text        not null,
    channel      text        not null check (channel in ('ONLINE', 'WINDOW')),
    account_id   bigint      not null,
    walk_in      jsonb,
    answers      jsonb       not null,
    created_at   timestamptz not null,
    saved_at     timestamptz not null,
    expires_on   date        not null,
    removed_at   timestamptz,
    case_id      bigint
);
comment on table casework.draft is '申请草稿，保存 90 天';
comment on column casework.draft.account_id is '填写人账号：申请人本人，或者在窗口代填的工作人员';
comment on column casework.draft.walk_in is '窗口代填时的申请人';
comment on column casework.draft.case_id is '由草稿生成的办件；一份草稿只生成一个办件';
create index draft_account_idx on casework.draft (account_id, saved_at desc) where case_id is null;
create index draft_expiry_idx on casework.draft (expires_on) where case_id is null;

create table casework.number_series (
    county text    not null,
    day    date    not null,
    last   integer not null,
    primary key (county, day)
);
comment on table casework.number_series is '办件编号的流水号：每个县级区划每天一列';

create table casework.case_file (
    id                   bigint      primary key,
    revision             integer     not null default 1,
    procedure_id         integer     not null references casework.procedure (id),
    item_code            text        not null,
    item_name            text        not null,
    division             text        not null,
    jurisdiction         text        not null,
    lead_department      text        not null,
    channel              text        not null check (channel in ('ONLINE', 'WINDOW')),
    state                text        not null check (state in ('FILED', 'SUPPLEMENTING', 'ACCEPTED', 'GRANTED',
                                         'DELIVERED', 'DENIED', 'REFUSED', 'WITHDRAWN')),
    applicant_kind       text        not null check (applicant_kind in ('PERSON', 'LEGAL_PERSON')),
    applicant_name       text        not null,
    applicant_identifier text,
    contact_name         text        not null,
    mobile               text        not null,
    account_id           bigint,
    filed_at             timestamptz not null,
    filed_on             date        not null,
    received_on          date        not null,
    accepted_on          date,
    deemed_accepted      boolean     not null default false,
    supplement_at        timestamptz,
    decided_at           timestamptz,
    decided_on           date,
    granted              boolean,
    in_time              boolean,
    working_days         integer,
    closed_at            timestamptz,
    result_identifier    text
) with (fillfactor = 80);
comment on table casework.case_file is '办件';
comment on column casework.case_file.id is '办件编号去掉校验位的数字：县级区划 6 位、日期 8 位、流水号 5 位';
comment on column casework.case_file.jurisdiction is '由哪一级的部门办理：申请时所选的地区；division 是事情所在的区县';
comment on column casework.case_file.revision is '每次办理加一；两人同时办理时后一个从头核对';
comment on column casework.case_file.received_on is '收齐材料之日';
comment on column casework.case_file.deemed_accepted is '逾期未告知，自收到材料之日起即为受理（行政许可法第三十二条）';
comment on column casework.case_file.supplement_at is '一次性告知补正的时间；只能告知一次';
comment on column casework.case_file.in_time is '在承诺和法定时限内作出决定';
comment on column casework.case_file.working_days is '受理到决定用的工作日';
create index case_file_account_idx on casework.case_file (account_id, id) where account_id is not null;
create index case_file_filed_brin on casework.case_file using brin (filed_on) with (pages_per_range = 32, autosummarize = on);
create index case_file_accepted_brin on casework.case_file using brin (accepted_on) with (pages_per_range = 32, autosummarize = on);
create index case_file_decided_brin on casework.case_file using brin (decided_on) with (pages_per_range = 32, autosummarize = on);

create table casework.case_answers (
    case_id      bigint primary key,
    form_key     text   not null,
    form_version text   not null,
    answers      jsonb  not null
);
comment on table casework.case_answers is '申请内容，与办件分开存放';

create table casework.task (
    case_id      bigint      not null,
    serial       smallint    not null,
    step         text        not null,
    step_title   text        not null,
    kind         text        not null check (kind in ('INTAKE', 'EXAMINE', 'DECIDE')),
    state        text        not null check (state in ('OPEN', 'WAITING', 'DONE', 'CANCELED')),
    department   text        not null,
    division     text        not null,
    item_code    text        not null,
    item_name    text        not null,
    applicant    text        not null,
    channel      text        not null,
    holder       bigint,
    holder_name  text,
    due_on       date,
    sort_on      date        not null,
    opened_at    timestamptz not null,
    done_at      timestamptz,
    done_on      date,
    done_by      bigint,
    done_by_name text,
    granted      boolean,
    in_time      boolean,
    recalled     boolean     not null default false,
    primary key (case_id, serial)
) with (fillfactor = 85);
comment on table casework.task is '待办和已办：一个办件的一个环节一行，列表所需全部在此，不再连接其他表';
comment on column casework.task.sort_on is '排序用的最迟办结日；停止计时的排在最后';
create index task_lane_department_idx on casework.task (department, sort_on, case_id, serial)
    where state in ('OPEN', 'WAITING') and kind <> 'INTAKE';
create index task_lane_due_idx on casework.task (sort_on, case_id, serial, department)
    where state in ('OPEN', 'WAITING') and kind <> 'INTAKE';
create index task_intake_department_idx on casework.task (department, sort_on, case_id, serial)
    where state in ('OPEN', 'WAITING') and kind = 'INTAKE';
create index task_intake_due_idx on casework.task (sort_on, case_id, serial, department)
    where state in ('OPEN', 'WAITING') and kind = 'INTAKE';
create index task_done_idx on casework.task (department, done_on) where state = 'DONE';

create table casework.clock (
    case_id          bigint      not null,
    step             text        not null,
    division         text        not null,
    department       text        not null,
    started_on       date        not null,
    committed        text        check (committed ~ '^[0-9]+[wc]$'),
    statutory        text        check (statutory ~ '^[0-9]+[wc]$'),
    stops            jsonb       not null default '[]',
    committed_due_on date,
    statutory_due_on date,
    due_on           date,
    state            text        not null check (state in ('RUNNING', 'STOPPED', 'MET', 'OVERDUE', 'CANCELED')),
    ended_at         timestamptz,
    ended_on         date,
    primary key (case_id, step)
) with (fillfactor = 85);
comment on table casework.clock is '时限：整个办件（step 为空）、收件（intake）和每个部门各一行，同时计法定和承诺';
comment on column casework.clock.committed is '承诺时限：天数加单位，w 工作日，c 自然日';
comment on column casework.clock.statutory is '法定时限：写法同承诺时限';
comment on column casework.clock.due_on is '两个期限中较早的；停止计时的为空';
create index clock_due_idx on casework.clock (due_on, case_id, step) where state = 'RUNNING';
create index clock_missed_idx on casework.clock (ended_on, case_id, step) where state = 'OVERDUE';

create table casework.event (
    case_id    bigint      not null,
    id         bigint      generated always as identity,
    at         timestamptz not null,
    kind       text        not null,
    actor      bigint,
    actor_name text,
    detail     jsonb       not null,
    primary key (case_id, id)
);
comment on table casework.event is '办理经过，只增不改';

create table casework.material (
    case_id  bigint   not null,
    position smallint not null,
    key      text     not null,
    title    text     not null,
    file     text     not null,
    name     text     not null,
    bytes    bigint   not null,
    primary key (case_id, position)
);
comment on table casework.material is '申请材料的文件';

create table casework.decision (
    case_id     bigint   not null,
    task_serial smallint not null,
    granted     boolean  not null,
    opinion     text     not null,
    reasons     text,
    remedies    text,
    primary key (case_id, task_serial)
);
comment on table casework.decision is '各部门的决定；撤回的决定留在原来的环节上';

create table casework.supplement (
    case_id      bigint      primary key,
    requested_at timestamptz not null,
    requested_by bigint      not null,
    by_name      text        not null,
    items        jsonb       not null,
    arrived_at   timestamptz
);
comment on table casework.supplement is '补正：一个办件只能一次性告知（行政许可法第三十二条）';

create table casework.document (
    case_id    bigint      not null,
    kind       text        not null check (kind in ('ACCEPTANCE_NOTICE', 'ACCEPTANCE_REFUSAL', 'SUPPLEMENT_NOTICE',
                                   'GRANT', 'DENIAL')),
    department text        not null,
    dated_on   date        not null,
    facts      jsonb       not null,
    file       text,
    primary key (case_id, kind)
);
comment on table casework.document is '法律文书；文件由后台任务或者第一次打开时制作并盖章';
create index document_unmade_idx on casework.document (case_id, kind) where file is null;

