insert into permission.role_permission (role_code, permission)
values ('administrator', 'identity.connect_system');
