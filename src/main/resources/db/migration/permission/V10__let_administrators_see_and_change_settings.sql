-- 三员分立：登录和会话的设置归安全管理员，其余归系统管理员；三员都能看。
insert into permission.role_permission (role_code, permission)
values
    ('administrator', 'operating.view_settings'),
    ('administrator', 'operating.change_settings'),
    ('security-administrator', 'operating.view_settings'),
    ('security-administrator', 'operating.change_sign_in_settings'),
    ('audit-administrator', 'operating.view_settings');
