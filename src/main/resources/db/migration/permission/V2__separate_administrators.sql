-- 三员分立：系统管理员不授权、不审计、不办业务；安全管理员授权；审计管理员只看记录。
insert into permission.role (code, name_zh, name_en, built_in)
values
    ('security-administrator', '安全管理员', 'Security administrator', true),
    ('audit-administrator', '审计管理员', 'Audit administrator', true);

delete from permission.role_permission
where role_code = 'administrator'
    and permission in ('permission.grant_role', 'audit.view_log', 'items.edit_item');

insert into permission.role_permission (role_code, permission)
values
    ('administrator', 'identity.invite_staff'),
    ('administrator', 'organization.edit_organization'),
    ('security-administrator', 'permission.grant_role'),
    ('security-administrator', 'permission.view_access'),
    ('audit-administrator', 'audit.view_log');
