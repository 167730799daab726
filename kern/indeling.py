"""How the fields of a form stand beside each other, for the crispy template pack."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Field, Layout


def indeling(*velden: tuple[str, str]) -> FormHelper:
    """A helper that renders these fields in order, each with its width class (wi-v2, wi-v3, wi-v4 of 6).

    Hidden fields come along by themselves; the form tag, the token and the buttons are the page's.
    """
    helper = FormHelper()
    helper.form_tag = False
    helper.disable_csrf = True
    helper.render_hidden_fields = True
    helper.layout = Layout(*(Field(naam, wrapper_class=breedte) for naam, breedte in velden))
    return helper
