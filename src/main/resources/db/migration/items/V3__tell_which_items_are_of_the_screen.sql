alter table items.item
    add column designed boolean not null default false;
comment on column items.item.designed is '在线编制的事项：地区包再来时既不改它，也不撤它';
