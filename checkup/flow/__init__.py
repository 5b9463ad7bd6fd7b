"""Which step comes next, what has been answered, what is blocked and why; without Qt."""
