alter table geo.layer
    add column style text not null default 'TEAL'
        check (style in ('TEAL', 'BLUE', 'AMBER', 'RED', 'GREY'));

comment on column geo.layer.style is '地图上画它用的颜色';
