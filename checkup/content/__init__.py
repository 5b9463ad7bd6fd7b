"""What the program knows and says: finds and loads resources/, and nothing else."""
