"""What a gradebook says, in the formats of others: one file a format."""
