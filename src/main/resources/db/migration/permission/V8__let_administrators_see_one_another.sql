insert into permission.role_permission (role_code, permission)
values
    ('administrator', 'permission.view_administrators'),
    ('security-administrator', 'permission.view_administrators'),
    ('audit-administrator', 'permission.view_administrators');
