insert into permission.role_permission (role_code, permission)
values ('administrator', 'operating.view_health');
