"""What stands between a step of the walk and its pages: one conductor a step."""
