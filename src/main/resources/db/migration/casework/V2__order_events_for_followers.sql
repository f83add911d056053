-- The index of ranges costs an action nothing to speak of: events are only added, in the order of their ids.
create index event_id_brin on casework.event using brin (id) with (pages_per_range = 16, autosummarize = on);
