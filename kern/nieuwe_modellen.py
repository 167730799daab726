"""Many new tables in one step of a migration: what a squashed migration is made of."""

from collections.abc import Sequence
from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations import CreateModel
from django.db.migrations.operations.base import Operation, OperationCategory
from django.db.migrations.state import ProjectState


class MaakModellen(Operation):
    """CreateModel for each of `modellen`, in this order: a model stands after those that it refers to.

    The state draws its classes once, after the last model. Each CreateModel by itself draws every model anew that
    has something to do with it, the user's and so nearly all (measured: 10 s of the 17 s of a new database).
    """

    category = OperationCategory.ADDITION
    serialization_expand_args = ["modellen"]

    def __init__(self, modellen: Sequence[CreateModel]) -> None:
        self.modellen = modellen

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Add the models to `state`, which draws its classes when they are next asked for."""
        vars(state).pop("apps", None)  # a cached property
        for model in self.modellen:
            model.state_forwards(app_label, state)

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Make the tables, with their indexes, constraints and triggers."""
        for model in self.modellen:
            model.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Drop the tables, the last one first."""
        for model in reversed(self.modellen):
            model.database_backwards(app_label, schema_editor, from_state, to_state)

    def deconstruct(self) -> tuple[str, Sequence[Any], dict[str, Any]]:
        """Say how this is written in a migration."""
        return type(self).__name__, [], {"modellen": self.modellen}

    def describe(self) -> str:
        """Say what this does, in the output of `migrate --plan`."""
        return "Create models " + ", ".join(model.name for model in self.modellen)
