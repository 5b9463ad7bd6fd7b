"""What Android writes about itself: dumps of its services, settings, properties, backups."""
