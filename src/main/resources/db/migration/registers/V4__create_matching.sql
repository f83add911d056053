create table registers.matching (
    id bigint generated always as identity primary key,
    name text not null,
    left_register text not null references registers.register (code),
    left_item text not null,
    right_register text not null references registers.register (code),
    right_item text not null,
    left_date text,
    right_date text,
    most_days integer check (most_days between 0 and 3650),
    rule text not null check (rule in ('EXACT', 'NAME', 'SIMILAR')),
    least_score numeric not null default 1 check (least_score > 0 and least_score <= 1),
    state text not null check (state in ('WAITING', 'RUNNING', 'DONE', 'CANCELED')),
    compared bigint not null default 0,
    last_key text,
    work bigint,
    created_by text not null,
    created_at timestamptz not null,
    ended_at timestamptz,
    check ((left_date is null) = (right_date is null) and (left_date is null) = (most_days is null))
);

comment on table registers.matching is '登记册之间的比对';
comment on column registers.matching.rule is '相同、名称规范化后相同、相似';
comment on column registers.matching.most_days is '两个日期最多相差几天；空表示不比日期';
comment on column registers.matching.last_key is '左边比到哪个主键，中断后从这里继续';

create table registers.match_pair (
    matching_id bigint not null references registers.matching (id),
    number bigint generated always as identity,
    left_key text not null,
    right_key text not null,
    score numeric not null,
    verdict text not null default 'OPEN' check (verdict in ('OPEN', 'SAME', 'DIFFERENT', 'LATER')),
    judged_by text,
    judged_at timestamptz,
    note text,
    primary key (matching_id, number),
    unique (matching_id, left_key, right_key)
);

create index match_pair_verdict on registers.match_pair (matching_id, verdict, number);

comment on table registers.match_pair is '比对出来的一对记录';
comment on column registers.match_pair.note is '判断的人写的备注';

create function registers.plain_name(name text) returns text
    language sql immutable parallel safe
    return lower(regexp_replace(translate(name, '（）［］【】，。、·　', '()[][]'), '[\s\-_.,()\[\]]', '', 'g'));

comment on function registers.plain_name is '名称规范化：去掉空格、括号和标点，全角括号按半角，字母小写';

create function registers.letter_pairs(plain text) returns text[]
    language sql immutable parallel safe
    return array(select distinct substr(plain, place, 2) from generate_series(1, greatest(length(plain) - 1, 1)) place order by 1);

comment on function registers.letter_pairs is '相邻两个字的集合，用来算相似度；汉字没有空格，不能按词';
