"""What confines a submission."""


def in_force() -> str:
    """In words."""
    return "process group"
