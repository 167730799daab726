"""What the shared case tells the others."""

from dossiers import figures
from dossiers.demo import maak_personen
from dossiers.domain.tijdlijn import tijdlijn, vooraf
from dossiers.domain.verwerkingen import PERSOONSGEGEVENS, VERWERKINGEN
from dossiers.figures import export
from dossiers.figures.rijrechten_gelden import rls_elke_tabel
from dossiers.figures.samenvoeging_klopt import samengevoegd_naar_een_dossier
from dossiers.figures.zoeksleutels import zoeksleutels_kloppen
from dossiers.imports import PERSONEN
from kern.contract import (
    Adressen,
    Domein,
    Exporttabel,
    Feit,
    Gezinsactie,
    Invariant,
    Kerncijfer,
    Menupunt,
    Snelactie,
)
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
                dossiers=export.persoonssleutels,
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
        gezinsacties=[Gezinsactie("Doorverwijzen", "dossiers:doorverwijzen", "verwijzing")],
        feiten=[
            Feit(code="dossiers.gevestigd", label="Gevestigd in Wassenaar", rijen=figures.gevestigd),
            Feit(code="dossiers.brp", label="Ingeschreven in de BRP", rijen=figures.ingeschreven),
            Feit(code="dossiers.gekoppeld", label="Gekoppeld door COA", rijen=figures.gekoppeld),
        ],
        controles=[
            Invariant(
                code="samengevoegd_naar_een_dossier",
                regel="Elk samengevoegd dossier heeft een samenvoeging die geldt, met een dossier dat er nog is.",
                toets=samengevoegd_naar_een_dossier,
            ),
            Invariant(
                code="zoeksleutels_kloppen",
                regel="Iedereen is te vinden: de sleutels voor het zoeken zijn die van de naam.",
                toets=zoeksleutels_kloppen,
            ),
            Invariant(
                code="gezin_een_tegelijk",
                regel="Iedereen hoort op een dag bij ten hoogste één gezin, en een gezin heeft dan één hoofd.",
                toets=figures.gezin_een_tegelijk,
            ),
            Invariant(
                code="vestiging_een_tegelijk",
                regel="Niemand is op een dag twee keer gevestigd.",
                toets=figures.vestiging_een_tegelijk,
            ),
            Invariant(
                code="dossier_heeft_regisseur",
                regel="Elk dossier heeft nu één regisseur, of staat in de werkvoorraad.",
                toets=figures.dossier_heeft_regisseur,
            ),
            Invariant(
                code="rls_elke_tabel",
                regel="Elke tabel met een dossier laat elke rol alleen de rijen zien die zij mag zien.",
                toets=rls_elke_tabel,
            ),
            Invariant(
                code="afgeschermd_met_naam",
                regel="Elk afgeschermd dossier heeft een collega die mag inloggen en het zonder einde mag zien.",
                toets=figures.afgeschermd_met_naam,
            ),
            Invariant(
                code="verwijzing_niet_dubbel",
                regel="Geen organisatie heeft op een dag twee verwijzingen van hetzelfde dossier of gezin.",
                toets=figures.verwijzing_niet_dubbel,
            ),
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
        verwerkingen=VERWERKINGEN,
        persoonsgegevens=PERSOONSGEGEVENS,
        demo=maak_personen,
    )
)
