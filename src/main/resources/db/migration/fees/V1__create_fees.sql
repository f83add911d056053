create table fees.fee (
    id bigint generated always as identity primary key,
    item_code text not null,
    code text not null,
    name text not null,
    standard text not null,
    basis text not null,
    amount_fen bigint not null check (amount_fen > 0),
    stage text not null,
    before_delivery boolean not null,
    origin text not null,
    published_at timestamptz not null,
    published_by text not null,
    withdrawn_at timestamptz,
    withdrawn_by text
);

create unique index fee_in_force on fees.fee (item_code, code) where withdrawn_at is null;

comment on table fees.fee is '收费清单：一个版本一行，只增不改；缴款通知只能从现行的行开出';
comment on column fees.fee.amount_fen is '收费标准，单位：分';
comment on column fees.fee.stage is '何时开缴款通知：ACCEPTED 受理后，GRANTED 准予后';
comment on column fees.fee.before_delivery is '缴清以前不交付结果';
comment on column fees.fee.origin is 'PACK 地区包，SCREEN 页面上公布';

create table fees.bill (
    number text primary key,
    case_number text not null,
    stage text not null,
    department text not null,
    item_code text not null,
    item_name text not null,
    payer bigint,
    payer_name text not null,
    amount_fen bigint not null check (amount_fen > 0),
    before_delivery boolean not null,
    state text not null,
    made_at timestamptz not null,
    paid_at timestamptz,
    paid_order text,
    ended_at timestamptz,
    exempt_reason text,
    exempt_law text,
    exempt_by text,
    unique (case_number, stage)
);

create index bill_payer on fees.bill (payer, number desc);
create index bill_department on fees.bill (department, number desc);
create index bill_amount on fees.bill (amount_fen desc, number desc);

comment on table fees.bill is '缴款通知：一件的一个环节一张';
comment on column fees.bill.state is 'OPEN 待缴，PAID 已缴，EXEMPT 免缴，REFUNDED 已退，CANCELED 作废';

create table fees.bill_line (
    bill text not null references fees.bill,
    position smallint not null,
    fee bigint not null references fees.fee,
    primary key (bill, position)
);

comment on table fees.bill_line is '缴款通知的各项，名称、标准和依据取自开出时的收费清单';

create table fees.payment_order (
    number text primary key,
    bill text not null references fees.bill,
    amount_fen bigint not null,
    state text not null,
    address text,
    transaction_id text,
    made_at timestamptz not null,
    expires_at timestamptz not null,
    paid_at timestamptz,
    paid_on date
);

create index payment_order_bill on fees.payment_order (bill);
create index payment_order_open on fees.payment_order (made_at) where state = 'OPEN';
create index payment_order_day on fees.payment_order (paid_on);

comment on table fees.payment_order is '支付订单：一张缴款通知可以先后有几个，最多一个算缴清';
comment on column fees.payment_order.state is 'OPEN 等付款，PAID 已付，CLOSED 关闭，REFUNDED 已退';
comment on column fees.payment_order.paid_on is '银行记账日，对账用';

create table fees.notification (
    id bigint generated always as identity primary key,
    arrived_at timestamptz not null,
    order_number text,
    transaction_id text,
    amount_fen bigint,
    outcome text not null
);

comment on table fees.notification is '支付通知的每一次到达和处理结果；伪造的不记内容';

create table fees.refund (
    id bigint generated always as identity primary key,
    order_number text not null references fees.payment_order,
    department text not null,
    amount_fen bigint not null,
    reason text not null,
    state text not null,
    asked_at timestamptz not null,
    asked_by bigint not null,
    asked_by_name text not null,
    decided_at timestamptz,
    decided_by_name text,
    done_at timestamptz,
    done_on date
);

create unique index refund_once on fees.refund (order_number) where state <> 'REFUSED';

comment on table fees.refund is '退款：一人申请，另一人批准；一个订单最多退一次';
comment on column fees.refund.state is 'ASKED 待批准，APPROVED 已批准待银行退，DONE 已退，REFUSED 不批准';

create table fees.reconciled_day (
    day date primary key,
    run_at timestamptz not null,
    bank_lines int not null,
    bank_fen bigint not null,
    our_lines int not null,
    our_fen bigint not null
);

comment on table fees.reconciled_day is '逐日对账的结果';

create table fees.difference (
    id bigint generated always as identity primary key,
    day date not null,
    kind text not null,
    order_number text not null,
    bank_fen bigint,
    our_fen bigint,
    found_at timestamptz not null,
    note text,
    settled_at timestamptz,
    settled_by text,
    unique (day, kind, order_number)
);

create index difference_open on fees.difference (id) where settled_at is null;

comment on table fees.difference is '对账差异，逐条处理';
comment on column fees.difference.kind is 'BANK_ONLY 银行有我方无，OURS_ONLY 我方有银行无，AMOUNT 金额不符，SURPLUS 多付应退';
