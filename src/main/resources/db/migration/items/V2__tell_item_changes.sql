create table items.item_change (
    serial    bigint generated always as identity primary key,
    item_code text   not null
);
comment on table items.item_change is '现行事项的增减和变化，按先后；全文检索按它跟进';
