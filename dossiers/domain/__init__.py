"""What the shared case tells the others."""

from dossiers import figures
from dossiers.demo import maak_personen
from dossiers.domain.tijdlijn import tijdlijn, vooraf
from dossiers.figures import export
from kern.contract import Adressen, Domein, Exporttabel, Kerncijfer, Menupunt
from kern.register import register

register.registreer(
    Domein(
        code="dossiers",
        label="Dossiers",
        onderwerp="Algemeen",
        kerncijfers=[
            Kerncijfer(
                code="dossiers.personen",
                label="Gevestigde personen",
                eenheid="personen",
                thema="dossiers",
                definitie=(
                    "Personen die op de peildatum in Wassenaar gevestigd zijn en niet vertrokken. Wie zich op die "
                    "dag vestigt telt mee, wie op die dag vertrekt niet meer."
                ),
                bron="Eigen dossiers",
                rijen=figures.personen,
                dossier_via="nummer",
            ),
            Kerncijfer(
                code="dossiers.gezinnen",
                label="Gezinnen",
                eenheid="gezinnen",
                thema="dossiers",
                definitie="Gezinnen met op de peildatum ten minste één gevestigd persoon.",
                bron="Eigen dossiers",
                rijen=figures.gezinnen,
                dossier_via="leden__statushouder__nummer",
            ),
        ],
        exporten=[
            Exporttabel(
                soort="personen",
                label="Personen",
                kolommen=export.KOLOMMEN,
                rijen=export.persoonsrijen,
            )
        ],
        tijdlijn=tijdlijn,
        vooraf=vooraf,
        menu=[Menupunt("Dossiers", "dossiers:lijst", "dossiers", volgorde=20)],
        urls=Adressen("dossiers/", "dossiers.urls"),
        demo=maak_personen,
    )
)
