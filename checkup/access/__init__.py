"""Who can get in: the graph, closure, proofs, the smallest change and the lock-out guard; pure."""
