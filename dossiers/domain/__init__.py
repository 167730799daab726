"""What the shared case tells the others."""

from dossiers import figures
from dossiers.demo import maak_personen
from dossiers.domain.tijdlijn import tijdlijn, vooraf
from dossiers.figures import export
from dossiers.imports import PERSONEN
from kern.contract import Adressen, Domein, Exporttabel, Invariant, Kerncijfer, Menupunt, Snelactie
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
        snelacties=[
            Snelactie(label="Contact", url="dossiers:contact-nieuw", icoon="telefoon", volgorde=10),
            Snelactie(label="Taak", url="dossiers:taak-nieuw", icoon="vink", volgorde=20),
            Snelactie(label="Document", url="dossiers:document-nieuw", icoon="document", volgorde=30),
            Snelactie(label="Signaal", url="dossiers:signaal-nieuw", icoon="vlag", volgorde=40),
        ],
        controles=[
            Invariant(
                code="bestanden_hash",
                regel="Elk bewaard document en elk ingelezen bestand is er nog, met de inhoud die binnenkwam.",
                toets=figures.bestanden_hash,
            ),
        ],
        menu=[
            Menupunt("Dossiers", "dossiers:lijst", "dossiers", volgorde=20),
            Menupunt("Waarneming", "dossiers:waarneming", "agenda", volgorde=40, recht="wijzigen"),
        ],
        importen=[PERSONEN],
        urls=Adressen("dossiers/", "dossiers.urls"),
        demo=maak_personen,
    )
)
