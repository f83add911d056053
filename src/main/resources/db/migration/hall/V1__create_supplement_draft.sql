create table hall.supplement_draft (
    case_number text primary key,
    answers jsonb not null,
    saved_at timestamptz not null
);

comment on table hall.supplement_draft is '补正草稿：申请人补正时改到一半的答案，提交后删除';
comment on column hall.supplement_draft.case_number is '办件编号';
comment on column hall.supplement_draft.answers is '改过的全部答案';
comment on column hall.supplement_draft.saved_at is '最近保存时间';
