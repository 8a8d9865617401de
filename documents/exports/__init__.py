"""What goes to a court's online service as data: a claim in its route's shape, checked against our own schema."""
