"""Scopes (language reference, 4.2), and which of their variables several threads may reach."""

from dataclasses import dataclass, field

MODULE, FUNCTION, CLASS, COMPREHENSION = "module", "function", "class", "comprehension"


@dataclass(slots=True)
class Variable:
    """What is known of a variable in the scope that owns it; times are positions in the file."""

    bindings: int = 0
    bound_at: int | None = None  # None: in a loop, in another scope, by `del` and the like
    captured_at: int | None = None

    @property
    def shared(self) -> bool:
        """Whether its value can still change once an inner function has it."""
        if self.captured_at is None:
            return False
        return self.bindings > 1 or self.bound_at is None or self.bound_at > self.captured_at


@dataclass(slots=True, eq=False)
class Scope:
    """A module, class, function, lambda or comprehension, and the variables bound in it."""

    kind: str
    qualname: str
    parent: "Scope | None"
    private: str = ""  # the class whose private names are mangled here
    variables: dict[str, Variable] = field(default_factory=dict)
    elsewhere: dict[str, str] = field(default_factory=dict)  # name: "global" or "nonlocal"

    def mangle(self, name: str) -> str:
        """The name as the interpreter stores it (language reference, 6.2.1)."""
        if not self.private or not name.startswith("__") or name.endswith("__"):
            return name
        return f"_{self.private}{name}"

    def owner(self, name: str) -> "Scope":
        """The scope whose variable `name` (mangled) is when it is used here."""
        scope, parent = self, self.parent
        while parent is not None:
            if scope is self or scope.kind != CLASS:
                declared = scope.elsewhere.get(name)
                if declared is None and name in scope.variables:
                    return scope
                if declared == "global":
                    return self.module()
            scope, parent = parent, parent.parent
        return scope

    def module(self) -> "Scope":
        """The outermost scope."""
        return self if self.parent is None else self.parent.module()

    def shared_in(self, name: str) -> str:
        """The owner's qualified name if other threads may re-bind `name`, otherwise ""."""
        mangled = self.mangle(name)
        owner = self.owner(mangled)
        variable = owner.variables.get(mangled)
        return owner.qualname if variable is not None and variable.shared else ""
