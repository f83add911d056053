create table geo.layer (
    id bigint generated always as identity primary key,
    code text not null unique check (code ~ '^[a-z][a-z0-9-]{1,39}$'),
    name text not null,
    name_en text not null,
    source text not null,
    license text not null,
    note text not null default '',
    approval text not null default '',
    source_system text not null,
    visibility text not null,
    packed boolean not null default false,
    kind text not null,
    features integer not null,
    points integer not null,
    west double precision not null,
    south double precision not null,
    east double precision not null,
    north double precision not null,
    version bigint not null default 1,
    added_at timestamptz not null,
    added_by text not null,
    removed_at timestamptz,
    removed_by text,
    check (visibility = 'STAFF' or approval <> '')
);

comment on table geo.layer is '图层';
comment on column geo.layer.approval is '审图号，或者不需要送审的理由；公开的图层必须填';
comment on column geo.layer.source_system is '来源数据的坐标系；入库后一律是 CGCS2000 经纬度';
comment on column geo.layer.version is '内容每换一次加一，瓦片的缓存标记用它';

create table geo.feature (
    id bigint generated always as identity primary key,
    layer_id bigint not null references geo.layer (id),
    number integer not null,
    code text not null,
    name text not null,
    properties jsonb not null,
    kind text not null,
    bounds box not null,
    points integer not null,
    size double precision not null,
    shape bytea not null,
    unique (layer_id, number)
);

create index feature_bounds on geo.feature using gist (bounds);
create index feature_code on geo.feature (layer_id, code);
create index feature_name on geo.feature (layer_id, name text_pattern_ops);

comment on table geo.feature is '图层中的要素';
comment on column geo.feature.bounds is '外接矩形，经度在前，单位：度';
comment on column geo.feature.size is '线的长度（米）或者面的面积（平方米），按椭球面计算；点为 0';
comment on column geo.feature.shape is '几何图形，WKB，CGCS2000 经纬度';
