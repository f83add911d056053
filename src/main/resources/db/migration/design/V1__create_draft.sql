create table design.draft (
    id bigint generated always as identity primary key,
    version integer not null default 1,
    state text not null check (state in ('EDITING', 'IN_REVIEW', 'SENT_BACK', 'PUBLISHED', 'RETIRED', 'REMOVED')),
    name text not null,
    code text not null,
    department text not null,
    content jsonb not null,
    follows bigint references design.draft (id),
    item_version integer,
    reason text,
    created_by bigint not null,
    created_by_name text not null,
    created_at timestamptz not null,
    saved_at timestamptz not null,
    saved_by_name text not null,
    handed_in_by bigint,
    handed_in_at timestamptz,
    reviewed_by_name text,
    reviewed_at timestamptz
);
comment on table design.draft is '事项草案：在线编制的事项，从编辑、审核到发布；发布过的保留，供比较和再改';
comment on column design.draft.version is '每存一次加一，两个人同时改时后存的会被告知';
comment on column design.draft.content is '填写内容：基本情况、材料、申请表、办理流程、结果';
comment on column design.draft.follows is '在哪一份已发布的草案上改';
comment on column design.draft.item_version is '发布成了事项的第几版';
comment on column design.draft.reason is '退回的理由';

create index draft_department_idx on design.draft (department, saved_at desc, id desc);
create index draft_saved_idx on design.draft (saved_at desc, id desc);
create unique index draft_open_code on design.draft (code) where state in ('EDITING', 'IN_REVIEW', 'SENT_BACK') and code <> '';
comment on index design.draft_open_code is '同一个事项编码同时只有一份草案在改';
