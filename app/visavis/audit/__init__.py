"""The audit log: which things were done with the data of whom, each line chained to the one before.

Every room from `people` upward may import it; it knows people only by the numbers in their records.
Start at `log.AuditLog`.
"""
