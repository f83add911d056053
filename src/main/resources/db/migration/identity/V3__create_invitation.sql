create table identity.invitation (
    digest bytea primary key,
    staff_id text not null,
    expires_at timestamptz not null
);
comment on table identity.invitation is '给工作人员设置登录名和密码的一次性链接，只存摘要，用后删除';
