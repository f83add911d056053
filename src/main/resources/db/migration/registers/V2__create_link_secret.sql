create table registers.link_secret (
    one boolean primary key default true check (one),
    secret bytea not null
);

comment on table registers.link_secret is '页面地址里的主键（可能是公民身份号码）用它加密，日志和浏览记录里不出现原文';

insert into registers.link_secret (secret)
values (decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));
