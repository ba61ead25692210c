"""The audit log: what was done with whose data, each line chained to the one before.

Every room from `people` upward may import it; it knows people only by the `id` in their records.
Start at `log.AuditLog`.
"""
