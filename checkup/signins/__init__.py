"""Records of all services to devices and groups, and how each group stands; pure."""
