-- Supervision reads the events of a span of days. They are only added, almost in the order of time: an index of ranges is enough.
create index event_at_brin on casework.event using brin (at) with (pages_per_range = 32, autosummarize = on);

-- Clocks that ended without a result may have been late before.
create index clock_canceled_idx on casework.clock (ended_on, case_id, step) where state = 'CANCELED';
