-- Entries are kept in one partition a year, so that a year whose term has ended goes at once and without a trace left in the
-- indexes. Identifiers are UUIDs of version 7: the first 48 bits are milliseconds, so a year is a range of identifiers.
create function audit.first_id_of(year integer) returns uuid language sql immutable as $$
    select cast(lpad(to_hex(cast(extract(epoch from make_timestamptz(year, 1, 1, 0, 0, 0, 'Asia/Shanghai')) * 1000 as bigint)),
        12, '0') || repeat('0', 20) as uuid)
$$;

alter table audit.entry rename to entry_before;
alter index audit.entry_subject_idx rename to entry_before_subject_idx;
alter index audit.entry_actor_idx rename to entry_before_actor_idx;
alter table audit.entry_before rename constraint entry_pkey to entry_before_pkey;
alter table audit.entry_before disable trigger entry_append_only;

create table audit.entry (like audit.entry_before including defaults including constraints including comments)
    partition by range (id);
alter table audit.entry add primary key (id);
create index entry_subject_idx on audit.entry (subject_type, subject_id, id);
create index entry_actor_idx on audit.entry (actor_id, id);
comment on table audit.entry is '审计记录，按年分区；只增不改';

-- the partition for what no year has a place for, and the years from 2024 on
create table audit.entry_other partition of audit.entry default;
create function audit.add_year(year integer) returns void language plpgsql as $$
begin
    execute format('create table audit.entry_%s partition of audit.entry for values from (%L) to (%L)',
        year, audit.first_id_of(year), audit.first_id_of(year + 1));
end $$;
select audit.add_year(year) from generate_series(2024, 2040) as year;

insert into audit.entry select * from audit.entry_before;
drop table audit.entry_before;
create trigger entry_append_only before update or delete or truncate on audit.entry
    for each statement execute function audit.deny_change();

create table audit.discarded_year (
    year integer primary key,
    entries bigint not null,
    discarded_at timestamptz not null
);
comment on table audit.discarded_year is '保管期满、内容已销毁的年份；杂凑值仍在树里';
comment on column audit.discarded_year.entries is '销毁的记录数';
comment on column audit.discarded_year.discarded_at is '销毁时间';
create trigger discarded_year_append_only before update or delete or truncate on audit.discarded_year
    for each statement execute function audit.deny_change();
