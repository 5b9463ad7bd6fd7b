"""What an iPhone's backup holds: bytes and tables in, observations out."""
