create table items.item_version (
    item_code text not null,
    version integer not null,
    effective_on date not null,
    published_at timestamptz not null,
    published_by text not null,
    origin text not null check (origin in ('PACK', 'EDIT')),
    digest text not null,
    body jsonb not null,
    primary key (item_code, version)
);
comment on table items.item_version is '事项版本，只增不改；在办的办件保留受理时的版本';
comment on column items.item_version.origin is '来自地区包（PACK）或在线修改（EDIT）';
comment on column items.item_version.digest is '内容摘要，用来判断地区包里的内容是否变了';

create table items.item (
    code text primary key,
    version integer not null,
    name text not null,
    name_text text not null,
    search_text text not null,
    terms text[] not null,
    kind text not null,
    division text not null,
    department text not null,
    targets text[] not null,
    life_events text[] not null,
    committed_amount integer,
    committed_unit text check (committed_unit in ('WORKING_DAYS', 'CALENDAR_DAYS')),
    procedure_key text,
    popularity integer not null default 0 check (popularity between 0 and 999)
);
comment on table items.item is '现行事项，供查找；内容在 item_version';
comment on column items.item.name_text is '规整后的名称（全角转半角、小写、去标点）';
comment on column items.item.search_text is '规整后的名称、主项、部门、主题和同义说法';
comment on column items.item.terms is 'search_text 的单字和相邻两字，中文两字词也能用索引';
comment on column items.item.popularity is '常办程度，0 至 999';

create index item_terms_idx on items.item using gin (terms);
create index item_division_order_idx on items.item (division, popularity desc, code);
create index item_department_idx on items.item (department, popularity desc, code);
create index item_life_events_idx on items.item using gin (life_events);

create table items.life_event (
    code text primary key,
    position integer not null,
    target_group text not null check (target_group in ('PERSON', 'LEGAL_PERSON')),
    name text not null,
    english_name text not null,
    examples text not null,
    english_examples text not null
);
comment on table items.life_event is '办事主题（人生事件、企业事件）';

create table items.front_page (
    id integer primary key check (id = 1),
    region text not null,
    words text[] not null,
    often text[] not null
);
comment on table items.front_page is '首页内容：默认地区、大家常查的词、常办事项';
