insert into permission.role_permission (role_code, permission)
values ('administrator', 'exchange.view_exchange'),
       ('administrator', 'exchange.manage_exchange');
