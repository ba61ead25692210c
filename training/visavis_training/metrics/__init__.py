"""Metrics of searches: error rates, curves, confusions, and comparisons of models.

Every room above `data` may import it; it imports only the core.
Start at `search_metrics.SearchMetrics` and `comparison`.
"""
