"""What a network sees: what is asked of a process of training, its answers, and how they become pictures and a page.

The command line and the window may import it; training imports what both sides exchange.
Start at `inspection.Inspection` (the process) and `subjects` (which networks, and what the shipped decision says).
"""
