create table survey.form (
    key text not null,
    number int not null,
    version text not null,
    source text not null,
    title text not null,
    title_english text,
    description text not null,
    category text not null,
    place int not null,
    current boolean not null,
    published_at timestamptz not null,
    published_by text not null,
    primary key (key, number)
);

create unique index form_current on survey.form (key) where current;

comment on table survey.form is '表单库：每张表单的每个版本一行，填过的表始终对应它自己的版本';
comment on column survey.form.version is '表单文本的 SHA-256';
comment on column survey.form.source is '表单文本（JSON 或 YAML），一字不改';

create table survey.filled_form (
    id bigint generated always as identity primary key,
    form_key text not null,
    form_number int not null,
    account bigint not null,
    author text not null,
    department text,
    department_name text not null,
    label text not null,
    answers jsonb not null,
    version int not null default 0,
    state text not null check (state in ('DRAFT', 'SUBMITTED')),
    undo_page text,
    undo_answers jsonb,
    created_at timestamptz not null,
    saved_at timestamptz not null,
    submitted_at timestamptz,
    removed_at timestamptz,
    foreign key (form_key, form_number) references survey.form (key, number)
);

create index filled_form_saved on survey.filled_form (saved_at desc, id desc) where removed_at is null;
create index filled_form_account on survey.filled_form (account, saved_at desc, id desc) where removed_at is null;

comment on table survey.filled_form is '填报：一人填一张表一行，草稿和已提交的都在这里';
comment on column survey.filled_form.version is '每保存一次加一，用来发现两个窗口同时改';
comment on column survey.filled_form.undo_page is '刚删过行的页，可以撤销';

create table survey.submission (
    filled_form bigint not null references survey.filled_form (id),
    number int not null,
    form_number int not null,
    answers jsonb not null,
    submitted_at timestamptz not null,
    submitted_by text not null,
    primary key (filled_form, number)
);

comment on table survey.submission is '每次提交的内容原样留存，用来对比';
