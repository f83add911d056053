alter table files.stored_file add column text_wanted boolean not null default false;
comment on column files.stored_file.text_wanted is '等待读出文字，供查找；只读办事人和工作人员上传的文件';
create index stored_file_text_wanted_idx on files.stored_file (first_stored_at) where text_wanted;

update files.stored_file f
set text_wanted = true
where exists (
    select 1 from files.file_use u
    where u.digest = f.digest
    and u.uploader ~ '^[0-9]+$'
    and u.media_type not in ('image/jpeg', 'image/png', 'application/zip'));

create table files.file_text (
    digest   text        not null primary key references files.stored_file (digest) on delete cascade,
    serial   bigint      not null generated always as identity,
    state    text        not null check (state in ('READ', 'FAILED')),
    text     text        not null,
    tried_at timestamptz not null
);
comment on table files.file_text is '从文件里读出的文字；FAILED 是读不出来的（加密、损坏、过大），不再重试';
create unique index file_text_serial_idx on files.file_text (serial);

create table files.upload (
    id            uuid        not null primary key,
    uploader      text        not null,
    name          text        not null check (length(name) between 1 and 200),
    declared_type text,
    length        bigint      not null check (length > 0),
    received      bigint      not null default 0 check (received between 0 and length),
    begun_at      timestamptz not null,
    touched_at    timestamptz not null
);
comment on table files.upload is '可以续传的上传；各个实例共用，收齐后交给文件库，随即删除';
create index upload_uploader_idx on files.upload (uploader, begun_at);
create index upload_touched_idx on files.upload (touched_at);

create table files.upload_piece (
    upload_id uuid   not null references files.upload (id) on delete cascade,
    start     bigint not null,
    content   bytea  not null,
    primary key (upload_id, start)
);
alter table files.upload_piece alter column content set storage external;
comment on table files.upload_piece is '已经收到的各段内容';
