create table catalog.code_entry (
    list text not null,
    code text not null,
    name text not null,
    name_en text not null,
    parent text not null default '',
    fits text[] not null default '{}',
    valid_from date,
    valid_to date,
    position integer not null,
    primary key (list, code)
);
comment on table catalog.code_entry is '目录的代码表：分类、格式、共享方式、更新周期、领域等，按地区包导入，有有效期';
comment on column catalog.code_entry.list is '代码表名称，如 class、format、sharing_mode、update_cycle、domain';
comment on column catalog.code_entry.fits is '只能和上级列出的代码一起用，如共享方式适用的格式组';
comment on column catalog.code_entry.valid_to is '最后一个有效日；空为一直有效';

create table catalog.extension_field (
    division text not null,
    key text not null,
    name text not null,
    name_en text not null,
    kind text not null constraint extension_field_kind_check check (kind in ('TEXT', 'NUMBER', 'DATE', 'CHOICE')),
    required boolean not null,
    options text[] not null default '{}',
    basis text not null default '',
    position integer not null,
    primary key (division, key)
);
comment on table catalog.extension_field is '地区增补的元数据项（如地方标准规定的），对本区划和下级有效';

create table catalog.region_rule (
    division text primary key,
    review_days integer not null check (review_days between 1 and 60),
    basis text not null
);
comment on table catalog.region_rule is '目录审核的时限（工作日）和依据，下级没有规定时用上级的';

create table catalog.class_serial (
    class_code text primary key,
    last bigint not null
);
comment on table catalog.class_serial is '每个分类下已经用到的顺序码';

create table catalog.resource (
    id bigint generated always as identity primary key,
    origin text not null default '',
    code text not null,
    state text not null constraint resource_state_check check (state in ('PUBLISHED', 'RETIRED')),
    version integer not null check (version > 0),
    name text not null,
    name_key text not null,
    name_stem text not null,
    provider text not null,
    provider_key text not null,
    department text,
    class_code text not null,
    kind smallint not null,
    format text not null,
    format_group text not null,
    sharing text not null,
    openness text not null,
    update_cycle text not null,
    domain text not null,
    division text not null,
    item_count integer not null,
    record_count bigint,
    external_id text not null default '',
    body jsonb not null,
    digest text not null,
    published_at timestamptz not null,
    changed_at timestamptz not null,
    retired_at timestamptz,
    received_at timestamptz,
    constraint resource_code_unique unique (origin, code)
);
comment on table catalog.resource is '已发布（或撤销）的政务信息资源，包括从别的节点收到的；正在编的在 draft';
comment on column catalog.resource.origin is '从哪个节点收到；空为本节点自己的';
comment on column catalog.resource.name_key is '规整后的名称（去空格、全角转半角、去标点、小写），用来查重';
comment on column catalog.resource.name_stem is '规整后的名称去掉末尾的序号，用来发现拖动填充';
comment on column catalog.resource.provider_key is '规整后的提供方名称';
comment on column catalog.resource.class_code is '资源代码中斜线前的分类部分';
comment on column catalog.resource.kind is '类：1 基础，2 主题，3 部门';
comment on column catalog.resource.external_id is '在原平台上的编号';
comment on column catalog.resource.digest is '内容摘要，交换和重复导入时判断有没有变';

create index resource_duplicate_idx on catalog.resource (provider_key, name_key);
create index resource_stem_idx on catalog.resource (provider_key, name_stem);
create index resource_changed_idx on catalog.resource (changed_at desc, id desc);
create index resource_name_idx on catalog.resource (name, id);
create index resource_department_idx on catalog.resource (department, id);
create index resource_open_idx on catalog.resource (changed_at desc, id desc) where state = 'PUBLISHED' and openness <> 'CLOSED';
create index resource_external_idx on catalog.resource (external_id) where external_id <> '';

create table catalog.related (
    resource_id bigint not null references catalog.resource (id) on delete cascade,
    related_code text not null,
    primary key (resource_id, related_code)
);
comment on table catalog.related is '关联资源代码';
create index related_code_idx on catalog.related (related_code);

create table catalog.resource_version (
    resource_id bigint not null references catalog.resource (id) on delete cascade,
    version integer not null,
    body jsonb not null,
    state text not null,
    note text not null,
    published_by text not null,
    published_at timestamptz not null,
    primary key (resource_id, version)
);
comment on table catalog.resource_version is '每次发布的版本，只增不改';

create table catalog.draft (
    id bigint generated always as identity primary key,
    code text,
    department text not null,
    state text not null constraint draft_state_check check (state in ('DRAFT', 'FILED', 'RETURNED', 'APPROVED')),
    purpose text not null constraint draft_purpose_check check (purpose in ('PUBLICATION', 'RETIREMENT')),
    base_version integer not null default 0,
    revision integer not null default 1,
    name text not null,
    name_key text not null,
    provider_key text not null,
    body jsonb not null,
    reason text not null default '',
    edited_by text not null,
    edited_by_account bigint not null,
    edited_at timestamptz not null,
    filed_by text,
    filed_by_account bigint,
    filed_at timestamptz,
    due_on date,
    reviewed_by text,
    reviewed_at timestamptz,
    review_note text not null default ''
);
comment on table catalog.draft is '正在编制、报送、审核的目录；发布以后删去，经过留在 event';
comment on column catalog.draft.base_version is '从哪个版本改起；0 为新编';
comment on column catalog.draft.purpose is '发布（PUBLICATION）或撤销（RETIREMENT）';
comment on column catalog.draft.due_on is '最迟审核日';
create unique index draft_code_unique on catalog.draft (code) where code is not null;
create index draft_department_idx on catalog.draft (department, edited_at desc);
create index draft_filed_idx on catalog.draft (due_on, id) where state in ('FILED', 'APPROVED');
create index draft_duplicate_idx on catalog.draft (provider_key, name_key);

create table catalog.event (
    id bigint generated always as identity primary key,
    code text not null,
    kind text not null,
    version integer not null,
    actor text not null,
    note text not null default '',
    at timestamptz not null
);
comment on table catalog.event is '一个资源的经过：编制、报送、退回、审核、发布、变更、撤销';
create index event_code_idx on catalog.event (code, id);

create table catalog.change (
    serial bigint generated always as identity primary key,
    resource_id bigint not null
);
comment on table catalog.change is '检索要跟进的变动';

create table catalog.distribution (
    resource_id bigint not null references catalog.resource (id) on delete cascade,
    id text not null,
    kind text not null constraint distribution_kind_check check (kind in ('FILE', 'SERVICE')),
    name text not null,
    format text not null,
    records bigint,
    bytes bigint,
    location text not null default '',
    updated_at timestamptz,
    position integer not null,
    primary key (resource_id, id)
);
comment on table catalog.distribution is '资源的获取方式：文件和服务接口';
comment on column catalog.distribution.location is '原平台上的地址或接口路径';

create table catalog.stored_table (
    resource_id bigint primary key references catalog.resource (id) on delete cascade,
    columns jsonb not null,
    row_count integer not null,
    digest text not null,
    stored_at timestamptz not null
);
comment on table catalog.stored_table is '存在本平台、可以预览和下载的数据';
comment on column catalog.stored_table.columns is '各列的名称、类型和检查发现的问题';

create table catalog.stored_row (
    resource_id bigint not null references catalog.stored_table (resource_id) on delete cascade,
    place integer not null,
    cells text[] not null,
    primary key (resource_id, place)
);
comment on table catalog.stored_row is '数据的行，单元格按列的次序';

create table catalog.incoming_file (
    id bigint generated always as identity primary key,
    file_name text not null,
    content bytea not null,
    department text not null,
    account_id bigint not null,
    received_at timestamptz not null
);
comment on table catalog.incoming_file is '上传了、还没有导入的目录表；一天后删除';
create index resource_provider_idx on catalog.resource (provider, name, id);
create index resource_code_idx on catalog.resource (code, id);
