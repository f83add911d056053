create table search.synonym (
    id    integer generated always as identity primary key,
    words text[]  not null check (cardinality(words) >= 2)
);
comment on table search.synonym is '同义词：一行里的词意思相同，第一个是规范说法；来自地区包';

create table search.wanted (
    id      integer primary key default 1 check (id = 1),
    edition integer not null
);
comment on table search.wanted is '索引应有的版次；每个实例各有自己的索引，低于这个版次就重新建立';
insert into search.wanted (edition) values (1);

-- the index itself lies outside the database, in each instance's folder; lost, it is made again
