-- What of the budgets of its project's day is set aside for a try of a call, as long as it is under way.
ALTER TABLE call ADD COLUMN share jsonb;
