-- Snapshots: see the change that brings them.
SELECT 1;
